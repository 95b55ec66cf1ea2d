/** Backups: one file, sealed with a passphrase, whole or refused. */
@NullMarked
package clinic.mmt.dispenser.store.backup;

import org.jspecify.annotations.NullMarked;

/** Backup and restore as commands and on a schedule. */
@NullMarked
package clinic.mmt.dispenser.main.backup;

import org.jspecify.annotations.NullMarked;

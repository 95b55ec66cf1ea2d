@NullMarked
package clinic.mmt.dispenser.store.backup;

import org.jspecify.annotations.NullMarked;

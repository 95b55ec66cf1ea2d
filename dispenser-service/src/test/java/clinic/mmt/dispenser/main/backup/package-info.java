@NullMarked
package clinic.mmt.dispenser.main.backup;

import org.jspecify.annotations.NullMarked;

/** Root of the dispensing service. */
@NullMarked
package clinic.mmt.dispenser;

import org.jspecify.annotations.NullMarked;

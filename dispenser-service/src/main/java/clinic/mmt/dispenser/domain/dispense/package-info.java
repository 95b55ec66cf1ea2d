/** The dispense machine: one per dose, pure. */
@NullMarked
package clinic.mmt.dispenser.domain.dispense;

import org.jspecify.annotations.NullMarked;

/** Tests of the simulated clinic, and the faults that are planted into it. */
@NullMarked
package clinic.mmt.dispenser.main.simulate;

import org.jspecify.annotations.NullMarked;

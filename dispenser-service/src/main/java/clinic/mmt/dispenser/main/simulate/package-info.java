/** The simulated clinic: real rules over simulated devices, people, time and disk, by a seed. */
@NullMarked
package clinic.mmt.dispenser.main.simulate;

import org.jspecify.annotations.NullMarked;

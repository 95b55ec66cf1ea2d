/** Simulated devices at the level of messages, and the liquid they move. */
@NullMarked
package clinic.mmt.dispenser.main.simulate.device;

import org.jspecify.annotations.NullMarked;

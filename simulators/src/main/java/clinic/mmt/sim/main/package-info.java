/** Command line and wiring of the simulators; may import everything. */
@NullMarked
package clinic.mmt.sim.main;

import org.jspecify.annotations.NullMarked;

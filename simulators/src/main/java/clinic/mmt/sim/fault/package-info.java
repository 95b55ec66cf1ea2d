/** The menu of faults and the line that spoils frames by it; imports core only. */
@NullMarked
package clinic.mmt.sim.fault;

import org.jspecify.annotations.NullMarked;

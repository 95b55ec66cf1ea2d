/** The loopback HTTP control port of a bench; imports bench, fault, physics and core. */
@NullMarked
package clinic.mmt.sim.control;

import org.jspecify.annotations.NullMarked;

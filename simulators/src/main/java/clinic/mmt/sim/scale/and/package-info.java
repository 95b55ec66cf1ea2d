/** Scales speaking the A&amp;D standard format. */
@NullMarked
package clinic.mmt.sim.scale.and;

import org.jspecify.annotations.NullMarked;

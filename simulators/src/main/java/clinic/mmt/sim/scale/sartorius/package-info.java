/** Scales speaking Sartorius SBI. */
@NullMarked
package clinic.mmt.sim.scale.sartorius;

import org.jspecify.annotations.NullMarked;

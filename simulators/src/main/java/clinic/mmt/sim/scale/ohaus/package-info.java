/** Scales speaking Ohaus ASCII. */
@NullMarked
package clinic.mmt.sim.scale.ohaus;

import org.jspecify.annotations.NullMarked;

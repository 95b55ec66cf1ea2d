/**
 * The physical world of one station: liquid, tube, cup, pan, fingers and cards; knows no device and
 * no bytes.
 */
@NullMarked
package clinic.mmt.sim.physics;

import org.jspecify.annotations.NullMarked;

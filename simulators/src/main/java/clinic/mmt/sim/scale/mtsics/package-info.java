/** Scales speaking MT-SICS level 0 and 1: behaviour and wire. */
@NullMarked
package clinic.mmt.sim.scale.mtsics;

import org.jspecify.annotations.NullMarked;

/** RDM6300, EM-18 and ID-12LA 125 kHz card readers: behaviour and wire. */
@NullMarked
package clinic.mmt.sim.token.rdm6300;

import org.jspecify.annotations.NullMarked;

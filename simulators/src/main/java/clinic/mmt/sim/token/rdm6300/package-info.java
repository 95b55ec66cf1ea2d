/** RDM6300 125 kHz card readers: behaviour and wire. */
@NullMarked
package clinic.mmt.sim.token.rdm6300;

import org.jspecify.annotations.NullMarked;

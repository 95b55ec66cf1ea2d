/** QR scanners in USB-CDC mode: behaviour and wire. */
@NullMarked
package clinic.mmt.sim.token.qrcdc;

import org.jspecify.annotations.NullMarked;

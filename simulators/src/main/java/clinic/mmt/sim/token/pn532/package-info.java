/** PN532 contactless chips on their serial line (HSU): behaviour, cards and wire. */
@NullMarked
package clinic.mmt.sim.token.pn532;

import org.jspecify.annotations.NullMarked;

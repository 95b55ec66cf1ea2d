/** Fingerprint modules that speak EF01, from the ZFM-20 to the R503: behaviour and wire. */
@NullMarked
package clinic.mmt.sim.fingerprint.zfm20;

import org.jspecify.annotations.NullMarked;

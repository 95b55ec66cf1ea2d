/** ZFM-20 class fingerprint modules speaking the EF01 protocol: behaviour and wire. */
@NullMarked
package clinic.mmt.sim.fingerprint.zfm20;

import org.jspecify.annotations.NullMarked;

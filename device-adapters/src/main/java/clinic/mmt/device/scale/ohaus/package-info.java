/** Ohaus balances; imports scale.host, exchange and what is below it. */
@NullMarked
package clinic.mmt.device.scale.ohaus;

import org.jspecify.annotations.NullMarked;

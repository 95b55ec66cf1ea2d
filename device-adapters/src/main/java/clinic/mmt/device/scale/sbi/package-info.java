/** Sartorius balances that speak SBI; imports scale.host, exchange and what is below it. */
@NullMarked
package clinic.mmt.device.scale.sbi;

import org.jspecify.annotations.NullMarked;

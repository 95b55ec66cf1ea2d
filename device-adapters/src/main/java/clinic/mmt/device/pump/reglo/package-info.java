/** Ismatec Reglo ICC pumps; imports the dose pump, exchange and what is below it. */
@NullMarked
package clinic.mmt.device.pump.reglo;

import org.jspecify.annotations.NullMarked;

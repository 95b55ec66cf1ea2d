/** Atlas Scientific EZO-PMP pumps; imports the dose pump, exchange and what is below it. */
@NullMarked
package clinic.mmt.device.pump.ezo;

import org.jspecify.annotations.NullMarked;

/** Tecan Cavro syringe pumps; imports the dose pump, exchange and what is below it. */
@NullMarked
package clinic.mmt.device.pump.cavro;

import org.jspecify.annotations.NullMarked;

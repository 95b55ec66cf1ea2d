/** New Era pumps in safe mode; imports exchange and what is below it. */
@NullMarked
package clinic.mmt.device.pump.newera;

import org.jspecify.annotations.NullMarked;

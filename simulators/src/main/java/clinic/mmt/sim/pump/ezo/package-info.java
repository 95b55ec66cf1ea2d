/**
 * Atlas Scientific EZO-PMP peristaltic pumps in UART mode, written from the vendor's data sheet.
 */
@NullMarked
package clinic.mmt.sim.pump.ezo;

import org.jspecify.annotations.NullMarked;

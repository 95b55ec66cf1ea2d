/** Tecan Cavro syringe pumps, OEM and DT protocol, written from the vendor's manual. */
@NullMarked
package clinic.mmt.sim.pump.cavro;

import org.jspecify.annotations.NullMarked;

/** New Era pumps (NE-1000, NE-9000): behaviour and wire, written from the vendor's manual. */
@NullMarked
package clinic.mmt.sim.pump.newera;

import org.jspecify.annotations.NullMarked;

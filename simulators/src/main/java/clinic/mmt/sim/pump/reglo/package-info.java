/** Ismatec Reglo ICC peristaltic pumps, written from the vendor's manual. */
@NullMarked
package clinic.mmt.sim.pump.reglo;

import org.jspecify.annotations.NullMarked;

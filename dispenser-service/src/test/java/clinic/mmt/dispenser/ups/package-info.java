/** Tests of the client of a UPS's service. */
@NullMarked
package clinic.mmt.dispenser.ups;

import org.jspecify.annotations.NullMarked;

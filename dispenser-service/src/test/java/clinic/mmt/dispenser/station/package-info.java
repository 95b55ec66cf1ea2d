/** Tests of the station driver with hand-written devices and virtual time. */
@NullMarked
package clinic.mmt.dispenser.station;

import org.jspecify.annotations.NullMarked;

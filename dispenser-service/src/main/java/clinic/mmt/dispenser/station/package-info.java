/** Runs the drivers of a station: device answers in, the domain's words out. */
@NullMarked
package clinic.mmt.dispenser.station;

import org.jspecify.annotations.NullMarked;

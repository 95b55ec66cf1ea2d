/** Tests of arrivals. */
@NullMarked
package clinic.mmt.dispenser.app.door;

import org.jspecify.annotations.NullMarked;

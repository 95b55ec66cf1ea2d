/**
 * Asks the service of a UPS what the counters run on. May import {@code app} and {@code domain};
 * only {@code main} imports it.
 */
@NullMarked
package clinic.mmt.dispenser.ups;

import org.jspecify.annotations.NullMarked;

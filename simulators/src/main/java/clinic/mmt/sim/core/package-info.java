/**
 * What every simulated device shares: quantities, and the two sides of a device (behaviour and
 * wire); imports only the JDK.
 */
@NullMarked
package clinic.mmt.sim.core;

import org.jspecify.annotations.NullMarked;

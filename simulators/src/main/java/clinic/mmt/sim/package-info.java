/** Simulated devices that speak the real wire protocols; imports none of the other modules. */
@NullMarked
package clinic.mmt.sim;

import org.jspecify.annotations.NullMarked;

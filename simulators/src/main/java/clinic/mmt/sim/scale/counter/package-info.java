/** Counter scales and indicators that only send: comma streams and Yaohua frames. */
@NullMarked
package clinic.mmt.sim.scale.counter;

import org.jspecify.annotations.NullMarked;

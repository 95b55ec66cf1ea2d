/** What all scales do, without any byte; and what their wires have in common. */
@NullMarked
package clinic.mmt.sim.scale;

import org.jspecify.annotations.NullMarked;

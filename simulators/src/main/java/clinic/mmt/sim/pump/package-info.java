/** What pumps of every maker share: how their turning moves the world's liquid, faults included. */
@NullMarked
package clinic.mmt.sim.pump;

import org.jspecify.annotations.NullMarked;

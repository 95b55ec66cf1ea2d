/** The clinic at a glance: what it counts, and what it never tells. */
@NullMarked
package clinic.mmt.dispenser.app.monitor;

import org.jspecify.annotations.NullMarked;

/** Benches: each figure is a ratio to a bare path in the same run. */
@NullMarked
package clinic.mmt.dispenser.main.bench;

import org.jspecify.annotations.NullMarked;

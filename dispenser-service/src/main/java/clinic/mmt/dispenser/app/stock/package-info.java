/** Batches, bottles and the daily check, in their first form. */
@NullMarked
package clinic.mmt.dispenser.app.stock;

import org.jspecify.annotations.NullMarked;

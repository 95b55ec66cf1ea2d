/** Bottles of the stock: receipts, labels, and what may be done with a bottle. */
@NullMarked
package clinic.mmt.dispenser.domain.bottle;

import org.jspecify.annotations.NullMarked;

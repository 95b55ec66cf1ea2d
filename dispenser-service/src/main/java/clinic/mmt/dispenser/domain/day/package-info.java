/**
 * The day of the stock: opening check, hand-over, blind count, close.
 */
@NullMarked
package clinic.mmt.dispenser.domain.day;

import org.jspecify.annotations.NullMarked;

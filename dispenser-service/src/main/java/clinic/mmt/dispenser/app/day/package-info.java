/** The day of the stock: opening check, hand-over, blind count, close and corrections. */
@NullMarked
package clinic.mmt.dispenser.app.day;

import org.jspecify.annotations.NullMarked;

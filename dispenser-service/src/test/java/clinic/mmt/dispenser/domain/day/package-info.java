/** Tests of the day of the stock. */
@NullMarked
package clinic.mmt.dispenser.domain.day;

import org.jspecify.annotations.NullMarked;

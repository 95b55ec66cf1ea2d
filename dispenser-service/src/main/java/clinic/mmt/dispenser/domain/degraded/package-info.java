/**
 * What goes on when a device, a reader or the power is out, and how it is brought into the book.
 */
@NullMarked
package clinic.mmt.dispenser.domain.degraded;

import org.jspecify.annotations.NullMarked;

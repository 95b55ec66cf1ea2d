/** What goes on while something is out of order, and how it comes into the book afterwards. */
@NullMarked
package clinic.mmt.dispenser.app.degraded;

import org.jspecify.annotations.NullMarked;

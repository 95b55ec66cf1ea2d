/** Tests of stock that leaves, and of looking back. */
@NullMarked
package clinic.mmt.dispenser.domain.outgoing;

import org.jspecify.annotations.NullMarked;

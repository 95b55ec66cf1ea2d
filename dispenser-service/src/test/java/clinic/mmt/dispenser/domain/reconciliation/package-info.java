/** Tests of tolerance bands, of the two witnesses and of combined uncertainty. */
@NullMarked
package clinic.mmt.dispenser.domain.reconciliation;

import org.jspecify.annotations.NullMarked;

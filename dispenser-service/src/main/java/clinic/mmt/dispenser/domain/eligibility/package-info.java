/** Who may be dosed today, in its first form. */
@NullMarked
package clinic.mmt.dispenser.domain.eligibility;

import org.jspecify.annotations.NullMarked;

/** Tests of who may be dosed now. */
@NullMarked
package clinic.mmt.dispenser.domain.eligibility;

import org.jspecify.annotations.NullMarked;

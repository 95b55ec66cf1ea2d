/** Tests of postings. */
@NullMarked
package clinic.mmt.dispenser.domain.bottle;

import org.jspecify.annotations.NullMarked;

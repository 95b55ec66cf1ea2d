/** Tests of postings. */
@NullMarked
package clinic.mmt.dispenser.domain.stock;

import org.jspecify.annotations.NullMarked;

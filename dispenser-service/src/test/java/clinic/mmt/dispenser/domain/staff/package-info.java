/** Tests of two signatures and of the persons-per-act table. */
@NullMarked
package clinic.mmt.dispenser.domain.staff;

import org.jspecify.annotations.NullMarked;

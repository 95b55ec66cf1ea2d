/** Tests of prescriptions. */
@NullMarked
package clinic.mmt.dispenser.domain.prescription;

import org.jspecify.annotations.NullMarked;

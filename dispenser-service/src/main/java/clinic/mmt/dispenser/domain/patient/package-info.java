/** Patients as opaque ids; who they are lives in the people file. */
@NullMarked
package clinic.mmt.dispenser.domain.patient;

import org.jspecify.annotations.NullMarked;

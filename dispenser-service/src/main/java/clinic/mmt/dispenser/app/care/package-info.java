/** Patients and prescriptions, in their first form. */
@NullMarked
package clinic.mmt.dispenser.app.care;

import org.jspecify.annotations.NullMarked;

/** The clinic's rule values as data; proposals until a clinician signed them. */
@NullMarked
package clinic.mmt.dispenser.domain.profile;

import org.jspecify.annotations.NullMarked;

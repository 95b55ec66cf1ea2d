/** How a person may be known here: consent to fingerprints, enrolment, and what exceptions ask. */
@NullMarked
package clinic.mmt.dispenser.app.identity;

import org.jspecify.annotations.NullMarked;

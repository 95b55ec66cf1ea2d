/** Tests of enrolments. */
@NullMarked
package clinic.mmt.dispenser.app.identity;

import org.jspecify.annotations.NullMarked;

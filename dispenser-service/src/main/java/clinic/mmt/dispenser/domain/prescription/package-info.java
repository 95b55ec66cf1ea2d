/** What a prescriber ordered. */
@NullMarked
package clinic.mmt.dispenser.domain.prescription;

import org.jspecify.annotations.NullMarked;

/** Periods of reports, and what they add up. */
@NullMarked
package clinic.mmt.dispenser.domain.report;

import org.jspecify.annotations.NullMarked;

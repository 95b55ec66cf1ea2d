/** Tests of reports. */
@NullMarked
package clinic.mmt.dispenser.domain.report;

import org.jspecify.annotations.NullMarked;

/** Tests of reports. */
@NullMarked
package clinic.mmt.dispenser.app.report;

import org.jspecify.annotations.NullMarked;

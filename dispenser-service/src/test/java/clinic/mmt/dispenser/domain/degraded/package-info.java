/** Tests of degraded modes and downtimes. */
@NullMarked
package clinic.mmt.dispenser.domain.degraded;

import org.jspecify.annotations.NullMarked;

/** Everything the journal can know: one sealed list of facts. */
@NullMarked
package clinic.mmt.dispenser.domain.fact;

import org.jspecify.annotations.NullMarked;

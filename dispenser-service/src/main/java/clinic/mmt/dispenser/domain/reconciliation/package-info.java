/** Bands in which ordered, pumped and weighed volume agree. */
@NullMarked
package clinic.mmt.dispenser.domain.reconciliation;

import org.jspecify.annotations.NullMarked;

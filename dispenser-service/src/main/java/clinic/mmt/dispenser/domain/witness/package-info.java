/** What was signed of the journal, to be kept where nobody who changes the journal comes to. */
@NullMarked
package clinic.mmt.dispenser.domain.witness;

import org.jspecify.annotations.NullMarked;

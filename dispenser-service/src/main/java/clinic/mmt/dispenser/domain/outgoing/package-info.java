/** Stock that leaves the clinic - to another site, to destruction - and looking back at doses. */
@NullMarked
package clinic.mmt.dispenser.domain.outgoing;

import org.jspecify.annotations.NullMarked;

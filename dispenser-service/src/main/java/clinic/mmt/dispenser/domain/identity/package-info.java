/** How a person was identified, and for how long that holds. */
@NullMarked
package clinic.mmt.dispenser.domain.identity;

import org.jspecify.annotations.NullMarked;

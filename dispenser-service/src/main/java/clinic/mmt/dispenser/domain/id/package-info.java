/** How opaque ids are spelt. */
@NullMarked
package clinic.mmt.dispenser.domain.id;

import org.jspecify.annotations.NullMarked;

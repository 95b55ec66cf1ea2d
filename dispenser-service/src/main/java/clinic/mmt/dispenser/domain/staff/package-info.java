/** Staff, their functions, and how many persons an act needs. */
@NullMarked
package clinic.mmt.dispenser.domain.staff;

import org.jspecify.annotations.NullMarked;

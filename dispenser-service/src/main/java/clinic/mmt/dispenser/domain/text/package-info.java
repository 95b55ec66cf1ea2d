/** How amounts are written for people; imports quantities only. */
@NullMarked
package clinic.mmt.dispenser.domain.text;

import org.jspecify.annotations.NullMarked;

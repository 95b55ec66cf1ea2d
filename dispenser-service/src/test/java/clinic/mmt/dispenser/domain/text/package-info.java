/** Tests of how amounts are written. */
@NullMarked
package clinic.mmt.dispenser.domain.text;

import org.jspecify.annotations.NullMarked;

/** Tests of orders that came from a file. */
@NullMarked
package clinic.mmt.dispenser.domain.importing;

import org.jspecify.annotations.NullMarked;

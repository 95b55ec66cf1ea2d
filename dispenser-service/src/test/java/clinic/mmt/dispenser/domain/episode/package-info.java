/** Tests of coming into care and leaving. */
@NullMarked
package clinic.mmt.dispenser.domain.episode;

import org.jspecify.annotations.NullMarked;

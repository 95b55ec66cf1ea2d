/** Tests of {@link clinic.mmt.dispenser.domain.takehome}. */
@NullMarked
package clinic.mmt.dispenser.domain.takehome;

import org.jspecify.annotations.NullMarked;

/** Tests of how a person is known. */
@NullMarked
package clinic.mmt.dispenser.domain.identity;

import org.jspecify.annotations.NullMarked;

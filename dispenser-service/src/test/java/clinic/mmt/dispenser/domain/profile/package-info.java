/** Tests of rule values. */
@NullMarked
package clinic.mmt.dispenser.domain.profile;

import org.jspecify.annotations.NullMarked;

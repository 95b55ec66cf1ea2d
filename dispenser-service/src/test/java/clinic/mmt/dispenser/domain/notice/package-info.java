/** Tests of standing notices. */
@NullMarked
package clinic.mmt.dispenser.domain.notice;

import org.jspecify.annotations.NullMarked;

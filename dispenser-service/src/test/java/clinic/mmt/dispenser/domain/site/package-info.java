/** Tests of sites. */
@NullMarked
package clinic.mmt.dispenser.domain.site;

import org.jspecify.annotations.NullMarked;

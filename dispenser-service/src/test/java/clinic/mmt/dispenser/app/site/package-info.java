/** Tests of sites. */
@NullMarked
package clinic.mmt.dispenser.app.site;

import org.jspecify.annotations.NullMarked;

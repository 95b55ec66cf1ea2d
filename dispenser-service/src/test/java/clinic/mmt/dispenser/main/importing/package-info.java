/** Tests of importing patients. */
@NullMarked
package clinic.mmt.dispenser.main.importing;

import org.jspecify.annotations.NullMarked;

/** Tests of {@link clinic.mmt.dispenser.app.takehome}. */
@NullMarked
package clinic.mmt.dispenser.app.takehome;

import org.jspecify.annotations.NullMarked;

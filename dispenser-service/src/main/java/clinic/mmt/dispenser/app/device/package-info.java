/** What a station's devices can do for a dose, in the domain's words. */
@NullMarked
package clinic.mmt.dispenser.app.device;

import org.jspecify.annotations.NullMarked;

/** Tests of what a training shows of published events. */
@NullMarked
package clinic.mmt.dispenser.app.events;

import org.jspecify.annotations.NullMarked;

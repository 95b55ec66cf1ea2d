/** Tests of a counter with hand-written devices, people and virtual time. */
@NullMarked
package clinic.mmt.dispenser.app.counter;

import org.jspecify.annotations.NullMarked;

/** One counter: who is there, what is poured, what the people at it may do. */
@NullMarked
package clinic.mmt.dispenser.app.counter;

import org.jspecify.annotations.NullMarked;

/** A journal in memory with the same rules as the durable one: for tests and simulations. */
@NullMarked
package clinic.mmt.dispenser.app.journal.memory;

import org.jspecify.annotations.NullMarked;

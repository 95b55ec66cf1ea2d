/** Tests of the journal in memory. */
@NullMarked
package clinic.mmt.dispenser.app.journal.memory;

import org.jspecify.annotations.NullMarked;

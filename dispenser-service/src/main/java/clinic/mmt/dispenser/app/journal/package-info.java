/** The journal port, the entry and its codec. */
@NullMarked
package clinic.mmt.dispenser.app.journal;

import org.jspecify.annotations.NullMarked;

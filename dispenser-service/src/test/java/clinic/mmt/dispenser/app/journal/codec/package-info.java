/** Tests of the stored form of facts. */
@NullMarked
package clinic.mmt.dispenser.app.journal.codec;

import org.jspecify.annotations.NullMarked;

/** Tests of signed checkpoints. */
@NullMarked
package clinic.mmt.dispenser.app.witness;

import org.jspecify.annotations.NullMarked;

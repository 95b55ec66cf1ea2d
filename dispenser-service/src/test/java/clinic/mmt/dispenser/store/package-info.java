/** Tests of the stores. */
@NullMarked
package clinic.mmt.dispenser.store;

import org.jspecify.annotations.NullMarked;

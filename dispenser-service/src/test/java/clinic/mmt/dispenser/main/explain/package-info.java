/** Tests of the rules asked from a file. */
@NullMarked
package clinic.mmt.dispenser.main.explain;

import org.jspecify.annotations.NullMarked;

/** Tests of tables for paper. */
@NullMarked
package clinic.mmt.dispenser.sheet;

import org.jspecify.annotations.NullMarked;

/** Tests of command line and wiring. */
@NullMarked
package clinic.mmt.dispenser.main;

import org.jspecify.annotations.NullMarked;

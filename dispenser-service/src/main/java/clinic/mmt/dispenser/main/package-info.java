/** Command line, configuration, wiring, shutdown order. */
@NullMarked
package clinic.mmt.dispenser.main;

import org.jspecify.annotations.NullMarked;

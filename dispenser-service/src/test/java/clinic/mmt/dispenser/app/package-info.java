/** Tests of what every use case shares. */
@NullMarked
package clinic.mmt.dispenser.app;

import org.jspecify.annotations.NullMarked;

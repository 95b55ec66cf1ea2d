/** Tests of the meters. */
@NullMarked
package clinic.mmt.dispenser.metrics;

import org.jspecify.annotations.NullMarked;

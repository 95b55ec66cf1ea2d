/** Micrometer meters; no person in a tag. */
@NullMarked
package clinic.mmt.dispenser.metrics;

import org.jspecify.annotations.NullMarked;

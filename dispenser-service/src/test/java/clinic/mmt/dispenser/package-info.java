/** Tests of the service as a whole. */
@NullMarked
package clinic.mmt.dispenser;

import org.jspecify.annotations.NullMarked;

/** Tests of receiving and mounting. */
@NullMarked
package clinic.mmt.dispenser.app.stock;

import org.jspecify.annotations.NullMarked;

/** Root of the device adapters; imports nothing of the service. */
@NullMarked
package clinic.mmt;

import org.jspecify.annotations.NullMarked;

/** Tests of the order of the queue. */
@NullMarked
package clinic.mmt.dispenser.domain.queue;

import org.jspecify.annotations.NullMarked;

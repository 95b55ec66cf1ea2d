/** One port, two threads, one request in flight, an urgent lane; imports frame, link, device. */
@NullMarked
package clinic.mmt.device.exchange;

import org.jspecify.annotations.NullMarked;

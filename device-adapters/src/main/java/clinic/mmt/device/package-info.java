/**
 * What a pump, a scale, a fingerprint reader and a token reader can do; imports quantity only.
 *
 * <p>Every method returns at once. Its reply is called exactly once, on a thread of the device, and
 * must hand the answer over to a queue of the caller without blocking.
 */
@NullMarked
package clinic.mmt.device;

import org.jspecify.annotations.NullMarked;

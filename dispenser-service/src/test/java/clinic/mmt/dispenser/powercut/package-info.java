/** Power cuts replayed over the recorded system calls of a real run (H50, H51, H66). */
@NullMarked
package clinic.mmt.dispenser.powercut;

import org.jspecify.annotations.NullMarked;

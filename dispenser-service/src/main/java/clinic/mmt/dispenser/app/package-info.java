/** Use cases and the ports they need; starts no thread and waits on nothing. */
@NullMarked
package clinic.mmt.dispenser.app;

import org.jspecify.annotations.NullMarked;

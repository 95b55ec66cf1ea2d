/** The whole line: service and simulators as processes of their own, over the wire. */
@NullMarked
package clinic.mmt.dispenser.line;

import org.jspecify.annotations.NullMarked;

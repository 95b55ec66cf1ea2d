/** Pseudo-terminals through JNA; imports core only. */
@NullMarked
package clinic.mmt.sim.pty;

import org.jspecify.annotations.NullMarked;

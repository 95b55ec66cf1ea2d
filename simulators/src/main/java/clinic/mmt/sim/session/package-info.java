/** Sessions: what was said on every line, written as it comes and played again; imports core. */
@NullMarked
package clinic.mmt.sim.session;

import org.jspecify.annotations.NullMarked;

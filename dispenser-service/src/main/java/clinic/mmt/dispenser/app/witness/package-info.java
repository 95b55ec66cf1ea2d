/**
 * Signs where the journal's chain stands and tells it to others (H67 to H69). Imports domain and
 * the ports.
 */
@NullMarked
package clinic.mmt.dispenser.app.witness;

import org.jspecify.annotations.NullMarked;

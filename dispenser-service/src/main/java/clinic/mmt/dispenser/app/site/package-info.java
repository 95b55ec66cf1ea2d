/**
 * Sites that know each other by their keys: guest letters, transfers. Imports domain and the ports.
 */
@NullMarked
package clinic.mmt.dispenser.app.site;

import org.jspecify.annotations.NullMarked;

/**
 * Who comes through the door: numbers, the order of the queue, similar names. Imports domain, the
 * journal's and the people's port.
 */
@NullMarked
package clinic.mmt.dispenser.app.door;

import org.jspecify.annotations.NullMarked;

/**
 * Signed files between a treatment site and the sites that dose by its orders: orders out,
 * doses back. Imports domain and the ports.
 */
@NullMarked
package clinic.mmt.dispenser.app.pack;

import org.jspecify.annotations.NullMarked;

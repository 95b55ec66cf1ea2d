/** Logins, functions and signatures. */
@NullMarked
package clinic.mmt.dispenser.app.staff;

import org.jspecify.annotations.NullMarked;

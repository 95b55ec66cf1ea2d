/** The port to persons, credentials and templates. */
@NullMarked
package clinic.mmt.dispenser.app.people;

import org.jspecify.annotations.NullMarked;

/** Tests of persons and cards. */
@NullMarked
package clinic.mmt.dispenser.app.people;

import org.jspecify.annotations.NullMarked;

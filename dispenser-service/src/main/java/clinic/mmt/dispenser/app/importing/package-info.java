/** Takes in patients of a file, all or nothing, and has a doctor sign their list. */
@NullMarked
package clinic.mmt.dispenser.app.importing;

import org.jspecify.annotations.NullMarked;

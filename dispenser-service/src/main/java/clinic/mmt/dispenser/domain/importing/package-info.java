/** Orders that came from a file, inactive until a doctor signs their list. */
@NullMarked
package clinic.mmt.dispenser.domain.importing;

import org.jspecify.annotations.NullMarked;

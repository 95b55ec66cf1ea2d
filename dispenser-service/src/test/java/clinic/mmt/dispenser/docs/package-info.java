/** The documentation, checked against the files and the code it speaks of. */
@NullMarked
package clinic.mmt.dispenser.docs;

import org.jspecify.annotations.NullMarked;

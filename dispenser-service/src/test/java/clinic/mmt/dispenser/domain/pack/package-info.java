@NullMarked
package clinic.mmt.dispenser.domain.pack;

import org.jspecify.annotations.NullMarked;

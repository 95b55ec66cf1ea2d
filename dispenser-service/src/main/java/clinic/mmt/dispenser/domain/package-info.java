/** Pure rules by clinic word; what all of them share. */
@NullMarked
package clinic.mmt.dispenser.domain;

import org.jspecify.annotations.NullMarked;

/**
 * The files that treatment sites and sites that only dispense exchange: what they tell, and
 * when one may be taken in. Pure: text in, values out.
 */
@NullMarked
package clinic.mmt.dispenser.domain.pack;

import org.jspecify.annotations.NullMarked;

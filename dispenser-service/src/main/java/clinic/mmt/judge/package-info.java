/**
 * The judge of a simulated clinic. It knows the journal's written format and what really happened
 * to the liquid, shares no code with the product, and imports the JDK and a JSON parser only.
 */
@NullMarked
package clinic.mmt.judge;

import org.jspecify.annotations.NullMarked;

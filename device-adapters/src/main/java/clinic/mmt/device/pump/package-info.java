/** What the drivers of dose pumps have in common; imports exchange and what is below it. */
@NullMarked
package clinic.mmt.device.pump;

import org.jspecify.annotations.NullMarked;

/**
 * Sites, and patients who are for some days or for good at another one. Pure: a function of what
 * was noted before.
 */
@NullMarked
package clinic.mmt.dispenser.domain.site;

import org.jspecify.annotations.NullMarked;

/**
 * Who came today, with which number, and who is next. Pure; imports JDK values and other domain
 * packages.
 */
@NullMarked
package clinic.mmt.dispenser.domain.queue;

import org.jspecify.annotations.NullMarked;

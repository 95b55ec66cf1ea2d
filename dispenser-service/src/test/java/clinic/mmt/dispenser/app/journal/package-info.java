/** Tests of the journal's format and of what every journal keeps. */
@NullMarked
package clinic.mmt.dispenser.app.journal;

import org.jspecify.annotations.NullMarked;

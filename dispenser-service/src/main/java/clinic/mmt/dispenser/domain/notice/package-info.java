/** What stands open and who can end it, shown where people work. Imports other values only. */
@NullMarked
package clinic.mmt.dispenser.domain.notice;

import org.jspecify.annotations.NullMarked;

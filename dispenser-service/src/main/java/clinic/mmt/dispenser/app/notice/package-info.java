/** What stands open and who can end it, out of the views: a read, it decides nothing. */
@NullMarked
package clinic.mmt.dispenser.app.notice;

import org.jspecify.annotations.NullMarked;

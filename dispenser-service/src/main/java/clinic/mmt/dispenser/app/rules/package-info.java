/**
 * Rule values in force: those of the file, and what two people laid over them from a day on.
 * Imports domain, the journal's port and sessions of staff.
 */
@NullMarked
package clinic.mmt.dispenser.app.rules;

import org.jspecify.annotations.NullMarked;

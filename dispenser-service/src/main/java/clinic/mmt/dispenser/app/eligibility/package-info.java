/**
 * Asks the rules of treatment with what the ledger knows. Imports domain and the journal's port.
 */
@NullMarked
package clinic.mmt.dispenser.app.eligibility;

import org.jspecify.annotations.NullMarked;

/** What reports say, read from frozen days and from the ledger. */
@NullMarked
package clinic.mmt.dispenser.app.report;

import org.jspecify.annotations.NullMarked;

/** Accounts, postings, bottles: every microlitre by double entry. */
@NullMarked
package clinic.mmt.dispenser.domain.stock;

import org.jspecify.annotations.NullMarked;

/** Tables for paper: one model, written as PDF and as Excel. Knows nothing of the clinic. */
@NullMarked
package clinic.mmt.dispenser.sheet;

import org.jspecify.annotations.NullMarked;

/** Explains the rules of a profile on cases from a file, without a database. */
@NullMarked
package clinic.mmt.dispenser.main.explain;

import org.jspecify.annotations.NullMarked;

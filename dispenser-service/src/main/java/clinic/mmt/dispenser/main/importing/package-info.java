/** The command {@code import}: the file's format, the report, the printed list. */
@NullMarked
package clinic.mmt.dispenser.main.importing;

import org.jspecify.annotations.NullMarked;

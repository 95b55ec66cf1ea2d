/** Quantities as whole numbers of one unit; imports the JDK only. */
@NullMarked
package clinic.mmt.quantity;

import org.jspecify.annotations.NullMarked;

/** Tests of rule values that are signed and replaced. */
@NullMarked
package clinic.mmt.dispenser.app.rules;

import org.jspecify.annotations.NullMarked;

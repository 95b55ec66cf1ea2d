/** Tests of what doctors and others write down about patients. */
@NullMarked
package clinic.mmt.dispenser.app.care;

import org.jspecify.annotations.NullMarked;

/** Tests of the judge. */
@NullMarked
package clinic.mmt.judge;

import org.jspecify.annotations.NullMarked;

/** Tests of certificates. */
@NullMarked
package clinic.mmt.dispenser.app.certificate;

import org.jspecify.annotations.NullMarked;

/** Certificates of staff. Imports domain, the journal's port and sessions of staff. */
@NullMarked
package clinic.mmt.dispenser.app.certificate;

import org.jspecify.annotations.NullMarked;

/** Service acts of a pump, its line and its calibration, as use cases. */
@NullMarked
package clinic.mmt.dispenser.app.service;

import org.jspecify.annotations.NullMarked;

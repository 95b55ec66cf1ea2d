/** The pump's line, service volumes, calibration, and what the doses say of the pump. Pure. */
@NullMarked
package clinic.mmt.dispenser.domain.service;

import org.jspecify.annotations.NullMarked;

package clinic.mmt.dispenser.domain.degraded;

import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/**
 * A clinic day was opened for dosing.
 *
 * @param day the clinic day
 * @param trace which running trace is kept that survives the power
 * @param by who opened it
 */
public record Opening(LocalDate day, Trace trace, StaffId by) {}

package clinic.mmt.dispenser.domain.episode;

import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/**
 * A clinic day was closed by a named act: nobody is watched any more, no cup is out, nothing of a
 * dose is unknown.
 *
 * @param day the clinic day
 * @param by who closed it
 */
public record DayClose(LocalDate day, StaffId by) {}

package clinic.mmt.dispenser.domain.degraded;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.util.Optional;

/**
 * What the downtime sheet says of one person.
 *
 * @param patient of whom
 * @param told what it says
 * @param dose how much was given; nothing where none was
 * @param at when it was given
 * @param givenBy who gave it
 */
public record SheetRow(
    PatientId patient, Told told, Mass dose, Optional<Instant> at, Optional<StaffId> givenBy) {

  /** What the sheet says. */
  public enum Told {
    /** Was given a dose. */
    DOSED,
    /** Was given none. */
    NOT_DOSED,
    /** Nobody can tell: in doubt a dose counts as taken for the day, and not for tolerance. */
    UNKNOWN
  }

  @Override
  public String toString() {
    return "SheetRow[" + told + "]";
  }
}

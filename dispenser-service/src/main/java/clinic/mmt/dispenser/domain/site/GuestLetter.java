package clinic.mmt.dispenser.domain.site;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/**
 * For these days a patient is dosed at another site, and at home not. Both sites note the
 * letter, each with its own code of the patient.
 *
 * @param id of the letter; the home site chose it
 * @param patient whose
 * @param way where the patient is at home
 * @param site the other one
 * @param first clinic day away from home
 * @param last clinic day away from home
 * @param by at home the doctor who signed it, at the guest site who took it in
 */
public record GuestLetter(
    String id,
    PatientId patient,
    Way way,
    SiteName site,
    LocalDate first,
    LocalDate last,
    StaffId by) {

  /** Refuses days that end before they begin. */
  public GuestLetter {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a letter ends before it begins");
    }
  }

  /** Where the patient is at home. */
  public enum Way {
    /** Here; a guest at the other site. */
    OUT,
    /** At the other site; a guest here. */
    IN
  }

  /** Whether {@code day} is one of its days. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** How many days, both ends counted. */
  public long days() {
    return last.toEpochDay() - first.toEpochDay() + 1;
  }

  @Override
  public String toString() {
    return "GuestLetter[" + id + "]";
  }
}

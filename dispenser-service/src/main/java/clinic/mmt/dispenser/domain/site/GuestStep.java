package clinic.mmt.dispenser.domain.site;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;

/** What happens to a guest letter. */
public sealed interface GuestStep extends SiteStep {

  /** Signed at home, or taken in at the guest site, as its way says. */
  record Began(GuestLetter letter) implements GuestStep {}

  /**
   * A doctor ended it at home before its first day.
   *
   * @param reason in words
   */
  record Ended(String letter, PatientId patient, StaffId by, String reason) implements GuestStep {
    @Override
    public String toString() {
      return "Ended[" + letter + "]";
    }
  }
}

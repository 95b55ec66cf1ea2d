package clinic.mmt.dispenser.domain.episode;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/**
 * Somebody tried to get in touch with a patient who stays away.
 *
 * @param id of the note
 * @param patient whom
 * @param day on which it was tried
 * @param how in what way
 * @param reached whether the patient answered, in person
 * @param words what was said, or why nobody was reached; may be empty
 * @param by who tried
 */
public record ContactAttempt(
    String id,
    PatientId patient,
    LocalDate day,
    How how,
    boolean reached,
    String words,
    StaffId by) {

  /** In what way. */
  public enum How {
    /** By telephone. */
    PHONE,
    /** By a written message. */
    MESSAGE,
    /** At home, or wherever the patient is. */
    VISIT,
    /** Through the family, with the patient's consent. */
    FAMILY,
    /** Through the health station of the commune. */
    COMMUNE,
    /** In another way, told in words. */
    OTHER
  }

  @Override
  public String toString() {
    return "ContactAttempt[" + id + "]";
  }
}

package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;

/**
 * A doctor wants to review the dose from a day on, such as after a new medicine. The
 * product itself checks no interactions. It is settled by a doctor who clears it, or who signs a
 * new order on or after that day.
 *
 * @param id of the flag
 * @param patient whose dose
 * @param from first clinic day on which a doctor comes before the dose
 * @param reason in words
 */
public record ReviewFlag(String id, PatientId patient, LocalDate from, String reason) {
  @Override
  public String toString() {
    return "ReviewFlag[•••]";
  }
}

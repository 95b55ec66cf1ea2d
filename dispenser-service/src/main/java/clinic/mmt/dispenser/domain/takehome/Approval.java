package clinic.mmt.dispenser.domain.takehome;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * A doctor lets a patient take doses home.
 *
 * @param id of the approval
 * @param patient for whom
 * @param from first day of collections
 * @param to last day of collections
 * @param days most days of one collection
 * @param ticked what a person says is true because the ledger cannot know it
 * @param commitment number or place of the patient's voluntary written commitment
 * @param emergency the decision that stands in place of the criteria
 * @param by the doctor
 */
public record Approval(
    String id,
    PatientId patient,
    LocalDate from,
    LocalDate to,
    int days,
    Set<Criterion> ticked,
    String commitment,
    Optional<Emergency> emergency,
    StaffId by) {

  /** Copies the set. */
  public Approval {
    ticked = Set.copyOf(ticked);
  }

  /**
   * A named decision for several days, such as in a flood. It stands in place of the criteria; one
   * dose a day and the ordered amount hold.
   *
   * @param number of the decision
   * @param day of the decision
   * @param head who signed it beside the doctor
   */
  public record Emergency(String number, LocalDate day, StaffId head) {}

  /** Whether a collection on {@code day} is covered by it. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  @Override
  public String toString() {
    return "Approval[•••]";
  }
}

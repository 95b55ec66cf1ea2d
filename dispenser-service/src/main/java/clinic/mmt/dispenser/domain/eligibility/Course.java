package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the prescription in force says about today.
 *
 * @param stage of treatment
 * @param dose for today, all parts together
 * @param later how much of it is the later part of a split dose
 * @param from first day it holds
 * @param to last day it holds
 * @param signed the day on which a prescriber signed it: what was known then needs no doctor again
 * @param reasoned whether its prescriber gave a reason for a higher first dose
 * @param signedOverLimits whether a second prescriber or a pharmacist signed for more than the
 *     limits of the profile
 */
public record Course(
    Stage stage,
    Mass dose,
    Optional<Mass> later,
    LocalDate from,
    LocalDate to,
    LocalDate signed,
    boolean reasoned,
    boolean signedOverLimits) {

  /** Days it lasts, both ends counted; 0 or less when it ends before it begins. */
  public long days() {
    return to.toEpochDay() - from.toEpochDay() + 1;
  }

  /** The first part of {@code whole}, or all of it when it is not split. */
  Mass firstOf(Mass whole) {
    return later.map(whole::minus).orElse(whole);
  }

  /** Whether it holds on {@code day}. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  @Override
  public String toString() {
    return "Course[•••]";
  }
}

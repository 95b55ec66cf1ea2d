package clinic.mmt.dispenser.domain.prescription;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A daily observed dose with start and end, the same throughout or changing by steps.
 *
 * @param id a change of dose is a new prescription with a new id
 * @param patient for whom
 * @param stage of treatment
 * @param steps in order of their days, the first on the first day; one when the dose stays
 * @param firstDay first clinic day it holds
 * @param lastDay last clinic day it holds, not before the first
 * @param signature who signed it, and when
 */
public record Prescription(
    PrescriptionId id,
    PatientId patient,
    Stage stage,
    List<DoseStep> steps,
    LocalDate firstDay,
    LocalDate lastDay,
    SignedBy signature) {

  /**
   * Who signed a prescription.
   *
   * @param prescriber the one whose order it is
   * @param day the clinic day of the signature
   * @param overLimits whether a second person signed for more than the limits of the profile
   * @param reason why a first dose is higher than usual; empty: none is given
   */
  public record SignedBy(StaffId prescriber, LocalDate day, boolean overLimits, String reason) {

    /** Without a reason. */
    public SignedBy(StaffId prescriber, LocalDate day, boolean overLimits) {
      this(prescriber, day, overLimits, "");
    }

    /** Whether a reason is given. */
    public boolean reasoned() {
      return !reason.isEmpty();
    }

    @Override
    public String toString() {
      return "SignedBy[•••]";
    }
  }

  /** Checks the ranges. */
  public Prescription {
    steps = List.copyOf(steps);
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException("a prescription ends on or after its first day");
    }
    if (steps.isEmpty() || !steps.getFirst().from().equals(firstDay)) {
      throw new IllegalArgumentException("the first step is on the first day");
    }
    for (int i = 1; i < steps.size(); i++) {
      if (!steps.get(i).from().isAfter(steps.get(i - 1).from())
          || steps.get(i).from().isAfter(lastDay)) {
        throw new IllegalArgumentException("steps follow each other up to the last day");
      }
    }
  }

  /** The same dose every day of maintenance, signed on its first day within the limits. */
  public static Prescription daily(
      PrescriptionId id, PatientId patient, Mass dose, Days days, StaffId prescriber) {
    return new Prescription(
        id,
        patient,
        Stage.MAINTENANCE,
        List.of(new DoseStep(days.first(), dose)),
        days.first(),
        days.last(),
        new SignedBy(prescriber, days.first(), false));
  }

  /**
   * From the first to the last day, both counted.
   *
   * @param first clinic day
   * @param last clinic day
   */
  public record Days(LocalDate first, LocalDate last) {}

  /** Whether it holds on {@code day}. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  /** What it says for {@code day}, all parts together; before the first step the first one's. */
  public Mass doseOn(LocalDate day) {
    return stepOn(day).dose();
  }

  /** How much of a day's dose is its later part, where it is split. */
  public Optional<Mass> laterOn(LocalDate day) {
    return stepOn(day).later();
  }

  private DoseStep stepOn(LocalDate day) {
    DoseStep now = steps.getFirst();
    for (DoseStep step : steps) {
      now = step.from().isAfter(day) ? now : step;
    }
    return now;
  }

  @Override
  public String toString() {
    return "Prescription[" + id.value() + "]";
  }
}

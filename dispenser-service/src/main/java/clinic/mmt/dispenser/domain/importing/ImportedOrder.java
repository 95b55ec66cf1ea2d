package clinic.mmt.dispenser.domain.importing;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.DoseStep;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.List;

/**
 * An order as a file says it. Nobody is dosed by it before a doctor has signed the list that it is
 * on.
 *
 * @param id of the prescription that it becomes
 * @param imported the import that it came with
 * @param line of the file
 * @param patient for whom
 * @param stage of treatment
 * @param dose per day
 * @param days from the first to the last
 * @param knownUntil up to which day its list knows of doses: the day of the last dose, or the first
 *     day where there is none. Whoever signs a list has looked at no single absence, so days missed
 *     after this are judged as if nobody had signed since
 * @param oddities what was odd about it when it was taken in
 */
public record ImportedOrder(
    PrescriptionId id,
    String imported,
    int line,
    PatientId patient,
    Stage stage,
    Mass dose,
    Prescription.Days days,
    LocalDate knownUntil,
    List<Oddity> oddities) {

  /** Checks the ranges. */
  public ImportedOrder {
    oddities = List.copyOf(oddities);
    if (line < 1 || dose.micrograms() < 1 || days.last().isBefore(days.first())) {
      throw new IllegalArgumentException("an order is of a line, more than nothing, and ends");
    }
  }

  /** Whether the list that it is on needs two signatures. */
  public boolean needsSecond() {
    return oddities.stream().anyMatch(Oddity::needsSecond);
  }

  /**
   * The prescription that it is once the list is signed. Two signatures under a list lift the
   * ceiling, and nothing that depends on the patient's earlier doses.
   */
  public Prescription activated(StaffId prescriber) {
    boolean overLimits = needsSecond() && oddities.stream().noneMatch(Oddity::ofThePatient);
    return new Prescription(
        id,
        patient,
        stage,
        List.of(new DoseStep(days.first(), dose)),
        days.first(),
        days.last(),
        new Prescription.SignedBy(prescriber, knownUntil, overLimits));
  }

  @Override
  public String toString() {
    return "ImportedOrder[" + id.value() + "]";
  }
}

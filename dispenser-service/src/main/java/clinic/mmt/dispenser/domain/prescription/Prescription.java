package clinic.mmt.dispenser.domain.prescription;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;

/**
 * A daily dose with start and end, in its first form: once a day, observed.
 *
 * @param id a change of dose is a new prescription with a new id
 * @param patient for whom
 * @param dailyDose drug per day, 1 µg or more
 * @param firstDay first clinic day it holds
 * @param lastDay last clinic day it holds, not before the first
 * @param prescriber who signed it
 */
public record Prescription(
    PrescriptionId id,
    PatientId patient,
    Mass dailyDose,
    LocalDate firstDay,
    LocalDate lastDay,
    StaffId prescriber) {

  /** Checks the ranges. */
  public Prescription {
    if (dailyDose.micrograms() < 1) {
      throw new IllegalArgumentException("a daily dose is more than nothing");
    }
    if (lastDay.isBefore(firstDay)) {
      throw new IllegalArgumentException("a prescription ends on or after its first day");
    }
  }

  /** Whether it holds on {@code day}. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  @Override
  public String toString() {
    return "Prescription[" + id.value() + "]";
  }
}

package clinic.mmt.dispenser.domain.episode;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/**
 * Where a patient lives from a day on; a later note for the same day replaces it.
 *
 * @param patient who
 * @param from first day
 * @param commune code of the commune, eight digits, the province's first
 * @param by who noted it
 */
public record Residence(PatientId patient, LocalDate from, String commune, StaffId by) {

  private static final int DIGITS = 8;

  /** Checks the code's form, not whether there is such a commune: they change. */
  public Residence {
    if (commune.length() != DIGITS || !commune.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("a commune's code has eight digits");
    }
  }

  @Override
  public String toString() {
    return "Residence[•••]";
  }
}

package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A dose that this clinic did not pour, as far as somebody confirmed it. The amount is noted in
 * milligrams and with the strength it was told in: 37 mg have been read as 37 mL elsewhere.
 *
 * @param id of the note
 * @param patient for whom
 * @param day clinic day it counts for
 * @param dose drug
 * @param strength of the liquid it was told in
 * @param kind guest, hospital or take-home
 * @param confirmation who confirmed it
 * @param at when it was swallowed, where that is known
 */
public record OutsideDose(
    String id,
    PatientId patient,
    LocalDate day,
    Mass dose,
    Optional<Concentration> strength,
    DoseDay.Kind kind,
    Confirmation confirmation,
    Optional<Instant> at) {

  /**
   * Who confirmed a dose, and how.
   *
   * @param confirmed false: in doubt, so taken for «no second dose» and not taken for tolerance
   * @param by who said it, for example a ward
   * @param how for example by telephone, read back
   */
  public record Confirmation(boolean confirmed, String by, String how) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** What it means for eligibility. */
  public DoseDay asDay() {
    return DoseDay.of(day, dose, kind, confirmation.confirmed()).swallowed(at);
  }

  @Override
  public String toString() {
    return "OutsideDose[" + id + "]";
  }
}

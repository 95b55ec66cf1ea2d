package clinic.mmt.dispenser.domain.identity;

import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a patient said of the use of fingerprints. Nobody is taken to have agreed who was
 * not asked; the latest answer holds.
 *
 * @param answer what was said
 * @param form which wording of the consent form was read and signed, such as {@code 2026-01}
 * @param day clinic day on which it was said
 * @param by who recorded it
 */
public record FingerConsent(
    PatientId patient, Answer answer, String form, LocalDate day, StaffId by) {

  /** What a patient may say. */
  public enum Answer {
    /** Fingers may be enrolled and compared. */
    GIVEN,
    /** No fingers; asked for the first time, or before any answer was on record. */
    REFUSED,
    /** Agreed once, and not any more. */
    WITHDRAWN
  }

  /** Why an answer cannot follow what is on record. */
  public enum Fault {
    /** The same answer to the same form is on record. */
    ALREADY_ON_RECORD,
    /** What was given is withdrawn, not refused. */
    WAS_GIVEN,
    /** Nothing was given that could be withdrawn. */
    NOTHING_GIVEN
  }

  /** Whether fingers may be enrolled: only after a yes that still holds. */
  public static boolean isGiven(Optional<FingerConsent> latest) {
    return latest.filter(consent -> consent.answer == Answer.GIVEN).isPresent();
  }

  /** Whether card and photo are this patient's ordinary way (the equal path). */
  public static boolean isRefused(Optional<FingerConsent> latest) {
    return latest.filter(consent -> consent.answer != Answer.GIVEN).isPresent();
  }

  /** Whether this answer can follow {@code latest}; empty when it can. */
  public Optional<Fault> faultAfter(Optional<FingerConsent> latest) {
    return switch (answer) {
      case GIVEN ->
          latest.filter(l -> l.answer == Answer.GIVEN && l.form.equals(form)).isPresent()
              ? Optional.of(Fault.ALREADY_ON_RECORD)
              : Optional.empty();
      case REFUSED ->
          latest.map(l -> l.answer == Answer.GIVEN ? Fault.WAS_GIVEN : Fault.ALREADY_ON_RECORD);
      case WITHDRAWN -> isGiven(latest) ? Optional.empty() : Optional.of(Fault.NOTHING_GIVEN);
    };
  }

  @Override
  public String toString() {
    return "FingerConsent[•••]";
  }
}

package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.identity.NoReadLimit;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What patients said of fingerprints, and how often a finger was passed over. */
public interface IdentityReads {

  /** What a patient said of fingerprints, in the order it was recorded. */
  List<FingerConsent> consents(PatientId patient);

  /** What a patient said last; empty when nobody asked. */
  Optional<FingerConsent> consent(PatientId patient);

  /** An enrolment by its id. */
  Optional<Enrolment> enrolment(String id);

  /** A patient's latest enrolment; the photo is of its day. */
  Optional<Enrolment> latestEnrolment(PatientId patient);

  /** Whether another finger came with the patient's card on that day, and nobody decided. */
  boolean inDoubt(PatientId patient, LocalDate day);

  /** How many fingers were passed over: of a person for a part, and of the site on the day. */
  NoReadLimit.Counted noReadExceptions(PatientId patient, LocalDate day, DosePart part);

  /**
   * Passed over fingers of one person.
   *
   * @param times since the first day asked for, after the latest day on which fingers were enrolled
   * @param sinceReview of these, after the day on which a doctor looked last
   * @param last latest day with one
   */
  record OfPerson(PatientId patient, int times, int sinceReview, LocalDate last) {}

  /** Everybody with a passed over finger from {@code first} on, in the order of ids. */
  List<OfPerson> noReadsSince(LocalDate first);
}

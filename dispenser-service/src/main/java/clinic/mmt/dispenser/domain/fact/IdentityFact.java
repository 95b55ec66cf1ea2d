package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/** Consent to fingerprints and enrolments (R-103, H104). */
public sealed interface IdentityFact extends Fact {

  /** What a patient said of the use of fingerprints; the latest holds. */
  record FingerConsentNoted(FingerConsent consent) implements IdentityFact {}

  /** Two of the staff bound card, photo and fingers to a person (H104). */
  record EnrolmentCompleted(Enrolment enrolment) implements IdentityFact {}

  /**
   * A doctor looked at why a patient's fingers are passed over so often.
   *
   * @param finding in words
   */
  record FingersReviewed(PatientId patient, LocalDate day, StaffId by, String finding)
      implements IdentityFact {}
}

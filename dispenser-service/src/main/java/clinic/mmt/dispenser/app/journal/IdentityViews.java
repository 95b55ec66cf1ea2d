package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.patient.PatientId;
import java.time.LocalDate;

/** What patients said of fingerprints, and how often a finger was passed over. */
public interface IdentityViews {

  /** A patient answered; answers of before stay. */
  void consent(FingerConsent consent);

  /** A finger that could not be read was passed over by signatures. */
  void noReadException(PatientId patient, LocalDate day, DosePart part);

  /** Two of the staff bound a person's factors; a store refuses an id that is used. */
  void enrolled(Enrolment enrolment);

  /** Another finger than the patient's came with the patient's card. */
  void doubted(PatientId patient, LocalDate day);

  /** Nobody doubts any more who this is. */
  void doubtLifted(PatientId patient);

  /** A doctor looked at a patient's passed over fingers. */
  void reviewed(PatientId patient, LocalDate day);
}

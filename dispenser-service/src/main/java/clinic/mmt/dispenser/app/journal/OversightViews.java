package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.SignedValue;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Certificate;
import java.time.LocalDate;

/** Writes the views that {@link OversightReads} reads. */
public interface OversightViews {

  /** A rule value is signed with this text; a later signature of the same text replaces it. */
  void signed(SignedValue value);

  /** A rule value is replaced from a day on. */
  void changed(ValueChange change, long sequence);

  /** A certificate is noted; a later note with the same id comes after all others. */
  void certificate(Certificate certificate, long sequence);

  /** A certificate is extended, which happens to it once. */
  void extended(String certificate, Certificate.Extension extension);

  /** A dose is to be reviewed. */
  void review(ReviewFlag flag);

  /** A flag is settled. */
  void reviewCleared(String review);

  /** An order was signed on {@code day}: it settles the patient's flags of that day and before. */
  void reviewedBy(PatientId patient, LocalDate day);
}

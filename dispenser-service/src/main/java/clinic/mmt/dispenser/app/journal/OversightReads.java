package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.SignedValue;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.List;

/** The views of what stands above a day's work: rule values, certificates, doses to review. */
public interface OversightReads {

  /** All replaced rule values, in the order of their entries. */
  List<ValueChange> valueChanges();

  /** All signed rule values, also of texts that are no longer in force. */
  List<SignedValue> signedValues();

  /** All certificates ever noted, with their extensions; the latest note of one comes last. */
  List<Certificate> certificates();

  /** Those of one member of staff. */
  default List<Certificate> certificates(StaffId staff) {
    return certificates().stream().filter(c -> c.staff().equals(staff)).toList();
  }

  /** Flags of one patient that nobody has settled, in the order of their entries. */
  List<ReviewFlag> reviews(PatientId patient);
}

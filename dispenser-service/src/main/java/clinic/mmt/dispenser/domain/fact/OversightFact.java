package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.Signers;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Certificate;
import java.util.Map;

/** Rule values, certificates and reviews of doses. */
public sealed interface OversightFact extends Fact {

  /**
   * A doctor and the head signed rule values as they are written.
   *
   * @param profile name of the profile
   * @param texts of the values, by key
   */
  record ValuesSigned(String profile, Map<String, String> texts, Signers by)
      implements OversightFact {

    /** Copies the map. */
    public ValuesSigned {
      texts = Map.copyOf(texts);
    }
  }

  /** A doctor and the head replaced a rule value from a day on. */
  record ValueChanged(ValueChange change) implements OversightFact {}

  /** A certificate of a member of staff; the latest of a function holds. */
  record CertificateNoted(Certificate certificate) implements OversightFact {}

  /** The head extended a certificate. */
  record CertificateExtended(String certificate, Certificate.Extension extension)
      implements OversightFact {}

  /** A doctor wants to review a dose from a day on. */
  record ReviewSet(ReviewFlag flag) implements OversightFact {}

  /** A doctor looked, and the order stays. */
  record ReviewCleared(String review, PatientId patient, String reason) implements OversightFact {}
}

package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.profile.SignedValue;
import clinic.mmt.dispenser.domain.profile.Signers;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a journal keeps of rule values, certificates and doses to review. */
abstract class OversightContract extends JournalBench {

  private static final Certificate.Extension EXTENSION =
      new Certificate.Extension(Facts.DAY.plusDays(14), "lý do", new StaffId("S-04"));

  private static Certificate certificate(String id, LocalDate until) {
    return new Certificate(id, Facts.PHARMACIST, Role.PRESCRIBER, "CC 1", until, Optional.empty());
  }

  private static OversightFact.ReviewSet review(String id, LocalDate from) {
    return new OversightFact.ReviewSet(new ReviewFlag(id, Facts.PATIENT, from, "lý do"));
  }

  private List<String> reviews() {
    return read(r -> r.reviews(Facts.PATIENT)).stream().map(ReviewFlag::id).toList();
  }

  @Test
  void aValueIsSignedByItsTextAndALaterSignatureReplacesTheEarlier() {
    Signers later = new Signers(new StaffId("S-05"), new StaffId("S-04"), Facts.DAY.plusDays(1));
    append(new OversightFact.ValuesSigned("VN-2024", Map.of("ceiling", "200 mg"), Facts.signers()));
    append(new OversightFact.ValuesSigned("VN-2024", Map.of("ceiling", "180 mg"), Facts.signers()));
    append(new OversightFact.ValuesSigned("VN-2024", Map.of("ceiling", "200 mg"), later));
    assertEquals(
        List.of(
            new SignedValue("VN-2024", "ceiling", "200 mg", later),
            new SignedValue("VN-2024", "ceiling", "180 mg", Facts.signers())),
        read(Reads::signedValues));
  }

  @Test
  void whoReplacesAValueSignsTheNewOneAndChangesKeepTheirOrder() {
    var first =
        new ValueChange(
            "C-1", "VN-2024", "ceiling", "200 mg", "150 mg", Facts.DAY, "a", Facts.signers());
    var second =
        new ValueChange(
            "C-2",
            "VN-2024",
            "ceiling",
            "200 mg",
            "160 mg",
            Facts.DAY.minusDays(1),
            "b",
            Facts.signers());
    append(new OversightFact.ValueChanged(first), new OversightFact.ValueChanged(second));
    assertEquals(List.of(first, second), read(Reads::valueChanges));
    assertEquals(List.of(first.signed(), second.signed()), read(Reads::signedValues));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.VALUE_CHANGED_ONCE),
        submitted(new OversightFact.ValueChanged(first)));
    assertEquals(List.of(first, second), read(Reads::valueChanges));
  }

  @Test
  void aCertificateIsExtendedOnce() {
    append(new OversightFact.CertificateNoted(certificate("CE-1", Facts.DAY)));
    append(new OversightFact.CertificateExtended("CE-1", EXTENSION));
    assertEquals(
        List.of(certificate("CE-1", Facts.DAY).extended(EXTENSION)),
        read(r -> r.certificates(Facts.PHARMACIST)));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.CERTIFICATE_EXTENDED_ONCE),
        submitted(new OversightFact.CertificateExtended("CE-1", EXTENSION)));
    append(new OversightFact.CertificateNoted(certificate("CE-2", Facts.DAY.plusDays(9))));
    append(new OversightFact.CertificateExtended("CE-2", EXTENSION)); // The control: another one.
    append(new OversightFact.CertificateNoted(certificate("CE-1", Facts.DAY)));
    assertEquals(
        List.of("CE-2", "CE-1"), read(Reads::certificates).stream().map(Certificate::id).toList());
    assertEquals(List.of(), read(r -> r.certificates(Facts.NURSE)));
  }

  /** an order settles what was due on the day it was signed, and nothing later. */
  @Test
  void anOrderSettlesTheReviewsOfItsDayAndBefore() {
    append(review("V-1", Facts.DAY.minusDays(1)));
    append(review("V-2", Facts.DAY));
    append(review("V-3", Facts.DAY.plusDays(1)));
    assertEquals(List.of("V-1", "V-2", "V-3"), reviews());
    append(
        Facts.prescription("Rx-1", Facts.DAY, Facts.DAY.plusDays(9))); // Signed on its first day.
    assertEquals(List.of("V-3"), reviews());
    append(review("V-4", Facts.DAY));
    assertEquals(List.of("V-3", "V-4"), reviews(), "set after the order was signed");
  }

  @Test
  void aReviewIsSetOnceAndClearedByItsId() {
    append(review("V-1", Facts.DAY), review("V-2", Facts.DAY));
    assertEquals(
        new Outcome.Conflict<String>(Constraints.REVIEW_SET_ONCE),
        submitted(review("V-1", Facts.DAY)));
    append(new OversightFact.ReviewCleared("V-1", Facts.PATIENT, "seen"));
    assertEquals(List.of("V-2"), reviews());
  }

  @Test
  void viewsOfThemAreThoseOfARebuild() throws Exception {
    append(new OversightFact.CertificateNoted(certificate("CE-2", Facts.DAY)));
    append(new OversightFact.CertificateNoted(certificate("CE-1", Facts.DAY)));
    append(new OversightFact.CertificateNoted(certificate("CE-2", Facts.DAY)));
    append(new OversightFact.CertificateExtended("CE-2", EXTENSION));
    append(review("V-2", Facts.DAY), review("V-1", Facts.DAY.plusDays(3)));
    append(Facts.prescription("Rx-1", Facts.DAY, Facts.DAY.plusDays(9)));
    append(new OversightFact.ValuesSigned("VN-2024", Map.of("b", "1", "a", "2"), Facts.signers()));
    assertTrue(viewsEqualRebuild(journal));
  }
}

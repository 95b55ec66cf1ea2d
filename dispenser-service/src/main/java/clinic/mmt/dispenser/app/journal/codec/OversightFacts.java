package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.OversightFact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.Signers;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.util.Optional;

/**
 * Kinds {@code profile.…}, {@code certificate.…} and {@code review.…}. Rule values are public; what
 * a certificate says, reasons in words, and all about a patient is private.
 */
final class OversightFacts {

  static final String SIGNED = "profile.signed";
  static final String CHANGED = "profile.changed";
  static final String CERTIFICATE = "certificate.noted";
  static final String EXTENDED = "certificate.extended";
  static final String REVIEW = "review.set";
  static final String CLEARED = "review.cleared";

  private OversightFacts() {}

  static Encoded write(OversightFact fact) {
    return switch (fact) {
      case OversightFact.ValuesSigned signed -> write(signed);
      case OversightFact.ValueChanged changed -> write(changed);
      case OversightFact.CertificateNoted noted -> write(noted);
      case OversightFact.CertificateExtended extended -> write(extended);
      case OversightFact.ReviewSet set -> write(set);
      case OversightFact.ReviewCleared cleared -> write(cleared);
    };
  }

  private static Encoded write(OversightFact.ValuesSigned fact) {
    var open = JsonText.object("profile", fact.profile()).put("values", fact.texts());
    return new Encoded(SIGNED, 1, signers(open, fact.by()).end(), FactCodec.none());
  }

  static Fact signed(Members open) {
    return new OversightFact.ValuesSigned(
        open.text("profile"), open.pairs("values"), signers(open));
  }

  private static Encoded write(OversightFact.ValueChanged fact) {
    ValueChange change = fact.change();
    var open =
        JsonText.object("change", change.id())
            .put("profile", change.profile())
            .put("value", change.key())
            .put("before", change.before())
            .put("after", change.after())
            .put("from", change.from().toString());
    return new Encoded(
        CHANGED,
        1,
        signers(open, change.by()).end(),
        JsonText.object("reason", change.reason()).end());
  }

  static Fact changed(Members open, Members secret) {
    return new OversightFact.ValueChanged(
        new ValueChange(
            open.text("change"),
            open.text("profile"),
            open.text("value"),
            open.text("before"),
            open.text("after"),
            open.day("from"),
            secret.text("reason"),
            signers(open)));
  }

  private static JsonText signers(JsonText open, Signers by) {
    return open.put("doctor", by.doctor().value())
        .put("head", by.head().value())
        .put("day", by.day().toString());
  }

  private static Signers signers(Members open) {
    return new Signers(
        new StaffId(open.text("doctor")), new StaffId(open.text("head")), open.day("day"));
  }

  private static Encoded write(OversightFact.CertificateNoted fact) {
    Certificate noted = fact.certificate();
    var open =
        JsonText.object("certificate", noted.id())
            .put("staff", noted.staff().value())
            .put("role", noted.role().name());
    var secret = JsonText.object("label", noted.label()).put("until", noted.until().toString());
    return new Encoded(CERTIFICATE, 1, open.end(), secret.end());
  }

  static Fact certificate(Members open, Members secret) {
    return new OversightFact.CertificateNoted(
        new Certificate(
            open.text("certificate"),
            new StaffId(open.text("staff")),
            open.oneOf(Role.class, "role"),
            secret.text("label"),
            secret.day("until"),
            Optional.empty()));
  }

  private static Encoded write(OversightFact.CertificateExtended fact) {
    Certificate.Extension extension = fact.extension();
    var open =
        JsonText.object("certificate", fact.certificate()).put("head", extension.head().value());
    var secret =
        JsonText.object("until", extension.until().toString()).put("reason", extension.reason());
    return new Encoded(EXTENDED, 1, open.end(), secret.end());
  }

  static Fact extended(Members open, Members secret) {
    return new OversightFact.CertificateExtended(
        open.text("certificate"),
        new Certificate.Extension(
            secret.day("until"), secret.text("reason"), new StaffId(open.text("head"))));
  }

  private static Encoded write(OversightFact.ReviewSet fact) {
    ReviewFlag flag = fact.flag();
    return closed(
        REVIEW,
        JsonText.object("review", flag.id())
            .put("patient", flag.patient().value())
            .put("from", flag.from().toString())
            .put("reason", flag.reason()));
  }

  static Fact review(Members secret) {
    return new OversightFact.ReviewSet(
        new ReviewFlag(
            secret.text("review"),
            new PatientId(secret.text("patient")),
            secret.day("from"),
            secret.text("reason")));
  }

  private static Encoded write(OversightFact.ReviewCleared fact) {
    return closed(
        CLEARED,
        JsonText.object("review", fact.review())
            .put("patient", fact.patient().value())
            .put("reason", fact.reason()));
  }

  static Fact cleared(Members secret) {
    return new OversightFact.ReviewCleared(
        secret.text("review"), new PatientId(secret.text("patient")), secret.text("reason"));
  }

  private static Encoded closed(String kind, JsonText secret) {
    return new Encoded(kind, 1, JsonText.object().end(), secret.end());
  }
}

package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.IdentityFact;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;

/**
 * {@code finger-consent.noted}, {@code enrolment.completed} and {@code fingers.reviewed}: private
 * as a whole.
 */
final class IdentityFacts {

  static final String CONSENT = "finger-consent.noted";
  static final String ENROLLED = "enrolment.completed";
  static final String REVIEWED = "fingers.reviewed";

  private IdentityFacts() {}

  static Encoded write(IdentityFact fact) {
    return switch (fact) {
      case IdentityFact.FingerConsentNoted noted -> write(noted);
      case IdentityFact.EnrolmentCompleted enrolled -> write(enrolled);
      case IdentityFact.FingersReviewed reviewed -> write(reviewed);
    };
  }

  private static Encoded write(IdentityFact.FingerConsentNoted fact) {
    FingerConsent c = fact.consent();
    return closed(
        CONSENT,
        JsonText.object("patient", c.patient().value())
            .put("answer", c.answer().name())
            .put("form", c.form())
            .put("day", c.day().toString())
            .put("by", c.by().value()));
  }

  static Fact consent(Members secret) {
    return new IdentityFact.FingerConsentNoted(
        new FingerConsent(
            new PatientId(secret.text("patient")),
            secret.oneOf(FingerConsent.Answer.class, "answer"),
            secret.text("form"),
            secret.day("day"),
            new StaffId(secret.text("by"))));
  }

  private static Encoded write(IdentityFact.EnrolmentCompleted fact) {
    Enrolment e = fact.enrolment();
    return closed(
        ENROLLED,
        JsonText.object("enrolment", e.id())
            .put("patient", e.patient().value())
            .put("token", e.token().name())
            .put("day", e.day().toString())
            .put("first", e.signers().first().value())
            .put("second", e.signers().second().value())
            .put("fingers", FingersText.of(e.fingers()))
            .put("alike", e.alike())
            .put("words", e.words()));
  }

  static Fact enrolled(Members secret) {
    return new IdentityFact.EnrolmentCompleted(
        new Enrolment(
            secret.text("enrolment"),
            new PatientId(secret.text("patient")),
            secret.oneOf(Enrolment.Token.class, "token"),
            secret.day("day"),
            new Enrolment.Signers(
                new StaffId(secret.text("first")), new StaffId(secret.text("second"))),
            FingersText.read(secret.text("fingers")),
            Math.toIntExact(secret.whole("alike")),
            secret.text("words")));
  }

  private static Encoded write(IdentityFact.FingersReviewed fact) {
    return closed(
        REVIEWED,
        JsonText.object("patient", fact.patient().value())
            .put("day", fact.day().toString())
            .put("by", fact.by().value())
            .put("finding", fact.finding()));
  }

  static Fact reviewed(Members secret) {
    return new IdentityFact.FingersReviewed(
        new PatientId(secret.text("patient")),
        secret.day("day"),
        new StaffId(secret.text("by")),
        secret.text("finding"));
  }

  private static Encoded closed(String kind, JsonText secret) {
    return new Encoded(kind, 1, JsonText.object().end(), secret.end());
  }
}

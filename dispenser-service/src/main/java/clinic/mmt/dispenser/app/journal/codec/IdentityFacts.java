package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;

/** {@code finger-consent.noted} and {@code fingers.reviewed}: private as a whole. */
final class IdentityFacts {

  static final String CONSENT = "finger-consent.noted";
  static final String REVIEWED = "fingers.reviewed";

  private IdentityFacts() {}

  static Encoded write(Fact.FingerConsentNoted fact) {
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
    return new Fact.FingerConsentNoted(
        new FingerConsent(
            new PatientId(secret.text("patient")),
            secret.oneOf(FingerConsent.Answer.class, "answer"),
            secret.text("form"),
            secret.day("day"),
            new StaffId(secret.text("by"))));
  }

  static Encoded write(Fact.FingersReviewed fact) {
    return closed(
        REVIEWED,
        JsonText.object("patient", fact.patient().value())
            .put("day", fact.day().toString())
            .put("by", fact.by().value())
            .put("finding", fact.finding()));
  }

  static Fact reviewed(Members secret) {
    return new Fact.FingersReviewed(
        new PatientId(secret.text("patient")),
        secret.day("day"),
        new StaffId(secret.text("by")),
        secret.text("finding"));
  }

  private static Encoded closed(String kind, JsonText secret) {
    return new Encoded(kind, 1, JsonText.object().end(), secret.end());
  }
}

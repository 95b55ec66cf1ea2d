package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;

/**
 * {@code patient.admitted}, {@code patient.moved}, {@code patient.left} and {@code
 * treatment.goes-on}: private as a whole.
 */
final class EpisodeFacts {

  static final String ADMITTED = "patient.admitted";
  static final String MOVED = "patient.moved";
  static final String LEFT = "patient.left";
  static final String GOES_ON = "treatment.goes-on";

  private EpisodeFacts() {}

  static Encoded write(Fact.MovementNoted fact) {
    Movement m = fact.movement();
    var secret =
        JsonText.object("movement", m.id())
            .put("patient", m.patient().value())
            .put("day", m.day().toString())
            .put("by", m.by().value());
    return switch (m.step()) {
      case Movement.Admitted admitted ->
          closed(ADMITTED, secret.put("source", admitted.source().name()));
      case Movement.Moved moved -> closed(MOVED, secret.put("site", moved.site()));
      case Movement.Left left ->
          closed(LEFT, secret.put("why", left.why().name()).put("words", left.words()));
    };
  }

  static Fact admitted(Members secret) {
    return noted(secret, new Movement.Admitted(secret.oneOf(Movement.Source.class, "source")));
  }

  static Fact moved(Members secret) {
    return noted(secret, new Movement.Moved(secret.text("site")));
  }

  static Fact left(Members secret) {
    return noted(
        secret, new Movement.Left(secret.oneOf(Movement.Why.class, "why"), secret.text("words")));
  }

  private static Fact noted(Members secret, Movement.Step step) {
    return new Fact.MovementNoted(
        new Movement(
            secret.text("movement"),
            new PatientId(secret.text("patient")),
            step,
            secret.day("day"),
            new StaffId(secret.text("by"))));
  }

  static Encoded write(Fact.TreatmentGoesOn fact) {
    return closed(
        GOES_ON,
        JsonText.object("patient", fact.patient().value())
            .put("lastCovered", fact.lastCovered().toString())
            .put("reason", fact.reason())
            .put("by", fact.by().value()));
  }

  static Fact goesOn(Members secret) {
    return new Fact.TreatmentGoesOn(
        new PatientId(secret.text("patient")),
        secret.day("lastCovered"),
        secret.text("reason"),
        new StaffId(secret.text("by")));
  }

  private static Encoded closed(String kind, JsonText secret) {
    return new Encoded(kind, 1, JsonText.object().end(), secret.end());
  }
}

package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;

/** {@code station.checked} and {@code identity.attempted}. */
final class StationFacts {

  static final String CHECKED = "station.checked";
  static final String IDENTITY = "identity.attempted";

  private StationFacts() {}

  static Encoded write(Fact.StationChecked fact) {
    var open =
        Json.object("station", fact.station().value())
            .put("day", fact.day().toString())
            .put("passed", fact.passed());
    var secret = Json.object("detail", fact.detail());
    return new Encoded(CHECKED, 1, Json.bytes(open), Json.bytes(secret));
  }

  static Fact checked(Members open, Members secret) {
    return new Fact.StationChecked(
        new StationId(open.text("station")),
        open.day("day"),
        open.flag("passed"),
        secret.text("detail"));
  }

  static Encoded write(Fact.IdentityAttempted fact) {
    var open = Json.object("station", fact.station().value()).put("outcome", fact.outcome());
    var secret = Json.object();
    fact.patient().ifPresent(patient -> secret.put("patient", patient.value()));
    secret.set("detail", Json.pairs(fact.detail()));
    return new Encoded(IDENTITY, 1, Json.bytes(open), Json.bytes(secret));
  }

  static Fact identity(Members open, Members secret) {
    return new Fact.IdentityAttempted(
        new StationId(open.text("station")),
        open.text("outcome"),
        secret.maybeText("patient").map(PatientId::new),
        secret.pairs("detail"));
  }
}

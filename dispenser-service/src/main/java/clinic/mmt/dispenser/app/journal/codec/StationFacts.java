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
        JsonText.object("station", fact.station().value())
            .put("day", fact.day().toString())
            .put("passed", fact.passed());
    var secret = JsonText.object("detail", fact.detail());
    return new Encoded(CHECKED, 1, open.end(), secret.end());
  }

  static Fact checked(Members open, Members secret) {
    return new Fact.StationChecked(
        new StationId(open.text("station")),
        open.day("day"),
        open.flag("passed"),
        secret.text("detail"));
  }

  static Encoded write(Fact.IdentityAttempted fact) {
    var open = JsonText.object("station", fact.station().value()).put("outcome", fact.outcome());
    var secret = JsonText.object();
    fact.patient().ifPresent(patient -> secret.put("patient", patient.value()));
    secret.put("detail", fact.detail());
    return new Encoded(IDENTITY, 1, open.end(), secret.end());
  }

  static Fact identity(Members open, Members secret) {
    return new Fact.IdentityAttempted(
        new StationId(open.text("station")),
        open.text("outcome"),
        secret.maybeText("patient").map(PatientId::new),
        secret.pairs("detail"));
  }
}

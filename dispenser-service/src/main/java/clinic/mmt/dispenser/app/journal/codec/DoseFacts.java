package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code dose.<event>}: every movement of a dose, the event being the end of the kind. */
final class DoseFacts {

  static final String PREFIX = "dose.";

  private static final Pattern EVENT = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  private DoseFacts() {}

  static Encoded write(Fact.DoseMoved fact) {
    if (!EVENT.matcher(fact.event()).matches()) {
      throw new IllegalArgumentException("not a kebab-case event: " + fact.event());
    }
    Dose dose = fact.to().dose();
    var open = Json.object("dose", dose.id().value()).put("station", dose.station().value());
    fact.from().ifPresent(from -> open.put("from", from.name()));
    open.put("to", fact.to().phase().name());
    var secret = DoseJson.write(dose);
    secret.put("reason", fact.reason());
    secret.set("detail", Json.pairs(fact.detail()));
    Postings.write(secret, fact.postings());
    return new Encoded(PREFIX + fact.event(), 1, Json.bytes(open), Json.bytes(secret));
  }

  static Fact read(String kind, Members open, Members secret) {
    String event = kind.substring(PREFIX.length());
    if (!EVENT.matcher(event).matches()) {
      throw new MalformedBody("the event is not in kebab-case");
    }
    DoseId id = new DoseId(open.text("dose"));
    StationId station = new StationId(open.text("station"));
    Optional<Phase> from =
        open.has("from") ? Optional.of(open.oneOf(Phase.class, "from")) : Optional.empty();
    Phase to = open.oneOf(Phase.class, "to");
    return new Fact.DoseMoved(
        event,
        from,
        State.of(to, DoseJson.read(id, station, secret)),
        secret.text("reason"),
        secret.pairs("detail"),
        Postings.read(secret));
  }
}

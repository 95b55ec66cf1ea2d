package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.stock.Posting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code dose.<event>}: every movement of a dose, the event being the end of the kind. */
final class DoseFacts {

  static final String PREFIX = "dose.";

  private static final int EVENT_LENGTH_MAX = 64;

  private DoseFacts() {}

  /** Kebab-case: {@code [a-z][a-z0-9-]{0,63}}. */
  private static boolean isEvent(String text) {
    boolean good = !text.isEmpty() && text.length() <= EVENT_LENGTH_MAX && isLetter(text.charAt(0));
    for (int i = 1; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = isLetter(c) || c == '-' || (c >= '0' && c <= '9');
    }
    return good;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /**
   * Version 1 told all members of the dose in every entry, version 2 postings and intents at
   * length.
   */
  static final int VERSION = 3;

  static Encoded write(Fact.DoseMoved fact, DosesBefore before) {
    if (!isEvent(fact.event())) {
      throw new IllegalArgumentException("not a kebab-case event: " + fact.event());
    }
    Dose dose = fact.to().dose();
    var open =
        JsonText.object().id("dose", dose.id().value()).id("station", dose.station().value());
    fact.from().ifPresent(from -> open.put("from", from));
    open.put("to", fact.to().phase());
    var secret = JsonText.object();
    DoseChanges.write(secret, dose, before.dose(dose.id()));
    if (!fact.reason().isEmpty()) {
      secret.put("reason", fact.reason());
    }
    if (!fact.detail().isEmpty()) {
      secret.put("detail", fact.detail());
    }
    if (!fact.postings().isEmpty()) {
      Postings.writeShort(secret, fact.postings());
    }
    return new Encoded(PREFIX + fact.event(), VERSION, open.end(), secret.end());
  }

  static Fact read(Encoded stored, Members open, Members secret, DosesBefore before) {
    String event = stored.kind().substring(PREFIX.length());
    if (!isEvent(event)) {
      throw new MalformedBody("the event is not in kebab-case");
    }
    DoseId id = new DoseId(open.text("dose"));
    StationId station = new StationId(open.text("station"));
    Optional<Phase> from =
        open.has("from") ? Optional.of(open.oneOf(Phase.class, "from")) : Optional.empty();
    Phase to = open.oneOf(Phase.class, "to");
    Dose dose =
        stored.version() == 1
            ? DoseJson.read(id, station, secret)
            : DoseChanges.read(id, station, secret, before.dose(id));
    return new Fact.DoseMoved(
        event,
        from,
        State.of(to, dose),
        secret.maybeText("reason").orElse(""),
        secret.has("detail") ? secret.pairs("detail") : Map.of(),
        postings(stored.version(), secret));
  }

  private static List<Posting> postings(int version, Members secret) {
    if (!secret.has("postings")) {
      return List.of();
    }
    return version < VERSION ? Postings.read(secret) : Postings.readShort(secret);
  }
}

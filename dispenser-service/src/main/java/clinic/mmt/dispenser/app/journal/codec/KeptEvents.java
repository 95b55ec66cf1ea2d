package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.dispense.WeighingFacts;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.util.Optional;

/**
 * What devices learnt of a dose, written beside the ledger while that cannot be written (H52). Only
 * what would be lost: that the pump stands, what it counted, what the scale said. Every other event
 * can be asked again or means, when it is lost, that the outcome is unknown.
 */
public final class KeptEvents {

  private static final String FINISHED = "pump-finished";
  private static final String STANDS = "pump-stands";
  private static final String STOPPED = "stop-asked";
  private static final String WEIGHED = "weighed";

  private KeptEvents() {}

  /** An event with its dose. */
  public record Of(DoseId dose, DoseEvent event) {}

  /** The bytes to keep; empty for an event that need not be kept. */
  public static Optional<Bytes> body(DoseId dose, DoseEvent event) {
    JsonText node =
        JsonText.object("dose", dose.value())
            .put("event", event.name())
            .put("at", event.at().toString());
    return switch (event) {
      case DoseEvent.PumpFinished e ->
          Optional.of(node.put("pumpedMicrolitres", e.pumped().microlitres()).end());
      case DoseEvent.PumpStands e ->
          Optional.of(node.put("pumpedMicrolitres", e.pumped().microlitres()).end());
      case DoseEvent.StopAsked e -> {
        e.by().ifPresent(by -> node.put("by", by.value()));
        yield Optional.of(node.put("cause", e.cause()).end());
      }
      case DoseEvent.Weighed e -> Optional.of(weighed(node, e).end());
      case DoseEvent e -> Optional.empty();
    };
  }

  private static JsonText weighed(JsonText node, DoseEvent.Weighed e) {
    return node.put("netMicrograms", e.weighing().net().micrograms())
        .put("volumeMicrolitres", e.weighing().volume().microlitres())
        .put("confirmed", e.weighing().confirmed())
        .put("concentrationMicrogramsPerMillilitre", e.facts().strength().microgramsPerMillilitre())
        .put("complete", e.facts().complete())
        .put("topUpAllowed", e.facts().topUpAllowed())
        .put("smallestShotMicrolitres", e.facts().smallestShot().microlitres());
  }

  /** The event of kept bytes; empty when this program does not know it. */
  public static Optional<Of> read(Bytes body) {
    try {
      Members members = Members.of(body);
      DoseId dose = new DoseId(members.text("dose"));
      Optional<DoseEvent> event = event(members.text("event"), members.instant("at"), members);
      return event.map(e -> new Of(dose, e));
    } catch (MalformedBody e) {
      return Optional.empty();
    }
  }

  private static Optional<DoseEvent> event(String name, Instant at, Members m) {
    return switch (name) {
      case FINISHED -> Optional.of(new DoseEvent.PumpFinished(at, volume(m, "pumpedMicrolitres")));
      case STANDS -> Optional.of(new DoseEvent.PumpStands(at, volume(m, "pumpedMicrolitres")));
      case STOPPED ->
          Optional.of(
              new DoseEvent.StopAsked(at, m.maybeText("by").map(StaffId::new), m.text("cause")));
      case WEIGHED -> Optional.of(new DoseEvent.Weighed(at, weighing(m), facts(m)));
      default -> Optional.empty(); // Names are open: a later program may keep more.
    };
  }

  private static Weighing weighing(Members m) {
    return new Weighing(
        Mass.ofMicrograms(m.whole("netMicrograms")),
        volume(m, "volumeMicrolitres"),
        m.flag("confirmed"));
  }

  private static WeighingFacts facts(Members m) {
    return new WeighingFacts(
        new Concentration(m.whole("concentrationMicrogramsPerMillilitre")),
        m.flag("complete"),
        m.flag("topUpAllowed"),
        volume(m, "smallestShotMicrolitres"));
  }

  private static Volume volume(Members m, String name) {
    return Volume.ofMicrolitres(m.whole(name));
  }
}

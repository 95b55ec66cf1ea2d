package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.identity.Identification;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies of a dose with one thing changed. */
final class Doses {

  private Doses() {}

  static Dose intending(Dose d, Intent intent) {
    List<Intent> intents = new ArrayList<>(d.intents());
    intents.add(intent);
    Dose next = with(d, d.order(), intents, d.weighing(), d.measuredAt());
    return intent.kind().byHand() ? from(next, LiquidSource.HAND) : next;
  }

  /** With liquid from another source. */
  private static Dose from(Dose d, LiquidSource source) {
    return new Dose(
        d.id(),
        d.patient(),
        d.station(),
        d.day(),
        d.part(),
        source,
        d.identification(),
        d.user(),
        d.follows(),
        d.order(),
        d.intents(),
        d.weighing(),
        d.pouredBy(),
        d.observedBy(),
        d.measuredAt(),
        d.handedOverAt(),
        d.endedAt(),
        d.drawnOff());
  }

  static Dose ordering(Dose d, Order order, StaffId by) {
    return new Dose(
        d.id(),
        d.patient(),
        d.station(),
        d.day(),
        d.part(),
        d.source(),
        d.identification(),
        d.user(),
        d.follows(),
        Optional.of(order),
        d.intents(),
        d.weighing(),
        Optional.of(by),
        d.observedBy(),
        d.measuredAt(),
        d.handedOverAt(),
        d.endedAt(),
        d.drawnOff());
  }

  /** The last intent with what the pump counted. */
  static Dose pumped(Dose d, Volume volume) {
    List<Intent> intents = new ArrayList<>(d.intents());
    int last = intents.size() - 1;
    intents.set(last, intents.get(last).withPumped(volume));
    return with(d, d.order(), intents, d.weighing(), d.measuredAt());
  }

  /** Without the last intent, which never moved anything. */
  static Dose withoutLastIntent(Dose d) {
    return with(
        d, d.order(), d.intents().subList(0, d.intents().size() - 1), d.weighing(), d.measuredAt());
  }

  static Dose weighed(Dose d, Weighing weighing) {
    return with(d, d.order(), d.intents(), Optional.of(weighing), d.measuredAt());
  }

  /** Weighed again while nothing flowed: what is missing now was drawn off. */
  static Dose weighedAgain(Dose d, Weighing weighing) {
    Volume gone =
        d.weighing()
            .map(before -> before.volume().minus(weighing.volume()).orMore(Volume.ZERO))
            .orElse(Volume.ZERO);
    Dose w = weighed(d, weighing);
    return new Dose(
        w.id(),
        w.patient(),
        w.station(),
        w.day(),
        w.part(),
        w.source(),
        w.identification(),
        w.user(),
        w.follows(),
        w.order(),
        w.intents(),
        w.weighing(),
        w.pouredBy(),
        w.observedBy(),
        w.measuredAt(),
        w.handedOverAt(),
        w.endedAt(),
        w.drawnOff().plus(gone));
  }

  static Dose measured(Dose d, Instant at) {
    return with(d, d.order(), d.intents(), d.weighing(), Optional.of(at));
  }

  /** Measured at a time that nobody knows. */
  static Dose unmeasured(Dose d) {
    return with(d, d.order(), d.intents(), d.weighing(), Optional.empty());
  }

  static Dose identified(Dose d, Identification identification) {
    return identified(d, identification, d.user());
  }

  /** Identified again by somebody, who is bound to the visit from now on. */
  static Dose identified(Dose d, Identification identification, StaffId user) {
    return new Dose(
        d.id(),
        d.patient(),
        d.station(),
        d.day(),
        d.part(),
        d.source(),
        identification,
        user,
        d.follows(),
        d.order(),
        d.intents(),
        d.weighing(),
        d.pouredBy(),
        d.observedBy(),
        d.measuredAt(),
        d.handedOverAt(),
        d.endedAt(),
        d.drawnOff());
  }

  static Dose handedOver(Dose d, Instant at) {
    return new Dose(
        d.id(),
        d.patient(),
        d.station(),
        d.day(),
        d.part(),
        d.source(),
        d.identification(),
        d.user(),
        d.follows(),
        d.order(),
        d.intents(),
        d.weighing(),
        d.pouredBy(),
        d.observedBy(),
        d.measuredAt(),
        Optional.of(at),
        d.endedAt(),
        d.drawnOff());
  }

  static Dose observed(Dose d, StaffId by, Instant at) {
    return new Dose(
        d.id(),
        d.patient(),
        d.station(),
        d.day(),
        d.part(),
        d.source(),
        d.identification(),
        d.user(),
        d.follows(),
        d.order(),
        d.intents(),
        d.weighing(),
        d.pouredBy(),
        Optional.of(by),
        d.measuredAt(),
        d.handedOverAt(),
        Optional.of(at),
        d.drawnOff());
  }

  private static Dose with(
      Dose d,
      Optional<Order> order,
      List<Intent> intents,
      Optional<Weighing> weighing,
      Optional<Instant> measuredAt) {
    return new Dose(
        d.id(),
        d.patient(),
        d.station(),
        d.day(),
        d.part(),
        d.source(),
        d.identification(),
        d.user(),
        d.follows(),
        order,
        intents,
        weighing,
        d.pouredBy(),
        d.observedBy(),
        measuredAt,
        d.handedOverAt(),
        d.endedAt(),
        d.drawnOff());
  }
}

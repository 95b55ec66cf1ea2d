package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.counter.Command;
import clinic.mmt.dispenser.app.counter.Reply;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.counter.Step;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.main.simulate.device.Cup;
import clinic.mmt.quantity.Volume;
import java.util.Map;
import java.util.Optional;

/** What the dispenser does with a dose on the scale, by what the screen and the cup show. */
final class Bench {

  private static final long TOO_LONG_NANOS = 6 * Clinic.SECOND;
  private static final long LIFT_SEEN_NANOS = 10 * Clinic.SECOND;

  /** A fresh cup is not at hand at once; the scale is looked at meanwhile. */
  private static final long FETCH_NANOS = 3 * Clinic.SECOND / 2;

  private static final int TRIES_MOST = 5;
  private static final int SMALL_MICROLITRES = 100;

  private final Attendant at;
  private final Clinic clinic;

  Bench(Attendant at) {
    this.at = at;
    this.clinic = at.clinic;
  }

  void look(Process p, Snapshot s, Visit v, State state) {
    s.notice()
        .map(Refusal::code)
        .filter(v::lastNotice)
        .ifPresent(
            code -> clinic.story.note(clinic, () -> at.station.id.value() + " says " + code));
    if (clinic.time.nanos() < v.busyUntilNanos) {
      return;
    }
    switch (state.phase()) {
      case REVIEWING -> reviewing(p, s, v);
      case ARMED, STARTING, POURING, STOPPED, SETTLING, TOP_UP -> pouring(v, state);
      case DISCREPANCY -> discrepancy(v, state.dose());
      case MEASURED -> measured(p, v);
      case HELD -> held(p, v);
      case OUTCOME_UNKNOWN -> unknown(v);
      case REFERRED,
          WAITING,
          LEFT_BEFORE_POUR,
          VOIDED,
          HANDED_OVER,
          CONSUMED,
          PARTLY_TAKEN,
          REFUSED,
          SPILLED,
          TAKEN_AWAY,
          UNCERTAIN,
          DISCARDED -> {}
    }
  }

  private void pouring(Visit v, State state) {
    at.mischief().pouring(v, state);
    if (state.phase() == Phase.POURING && state.dose().byHand()) {
      at.outage().draw(v, state.dose());
    }
  }

  private boolean waited(Visit v, long nanos) {
    return clinic.time.nanos() - v.phaseNanos > nanos;
  }

  private void reviewing(Process p, Snapshot s, Visit v) {
    if (!v.here) {
      at.hands.ask(v, Step.LEFT, reply -> ended(v, reply));
      return;
    }
    if (at.outage().acts(p, s, v) || at.mischief().beforePour(p, v)) {
      return;
    }
    if (s.ready()) {
      pour(p, v);
      return;
    }
    cup(v);
    if (waited(v, TOO_LONG_NANOS)) {
      at.station.putRight();
    }
    if (waited(v, 4 * TOO_LONG_NANOS)) {
      at.replaceCup();
      v.phaseNanos = clinic.time.nanos();
    }
  }

  private void cup(Visit v) {
    Optional<Cup> there = at.station.table.cup();
    if (v.noticed("zero-shift") || (there.isEmpty() && v.noticed("cup-used"))) {
      zero(v, there);
    } else if (there.isEmpty()) {
      at.station.table.put(at.freshCup());
    } else if (!there.get().dose().isEmpty()
        || v.noticed("cup-used", "cup-not-empty", "cup-too-heavy")) {
      at.station.table.lift().ifPresent(at::empty);
      v.busyUntilNanos = clinic.time.nanos() + FETCH_NANOS;
    }
  }

  /** As the notice says: nothing lies on the pan, then the scale's own key for zero. */
  private void zero(Visit v, Optional<Cup> there) {
    if (there.isPresent()) {
      at.station.table.lift().ifPresent(at::empty);
      at.station.putRight();
    } else {
      at.station.scale.zeroKey();
      v.lastNotice("zeroed");
    }
  }

  private void pour(Process p, Visit v) {
    at.mischief().atTap(v);
    Command tap = at.hands.command(p, v, Step.POUR, at.mischief().words(v), Optional.empty());
    at.hands.send(p, v, tap, reply -> tapped(p, v, reply));
    at.mischief().afterTap(p, v, tap);
  }

  private void tapped(Process p, Visit v, Reply reply) {
    if (!(reply instanceof Reply.Refused no)) {
      return;
    }
    switch (no.refusal().code()) {
      case "visit-of-another-user", "identified-too-long-ago", "identify-again" ->
          at.door().show(p, v);
      case "cup-missing", "cup-not-empty" -> at.replaceCup();
      case "battery-low" -> {
        clinic.battery.refuses();
        v.busyUntilNanos = clinic.time.nanos() + FETCH_NANOS;
      }
      case "mode-hours-over" -> at.outage().repaired();
      case "second-signature-needed" ->
          at.hands.askSigned(v, Step.POUR, at.mischief().words(v), r -> signed(p, v, r));
      case "density-needed" ->
          clinic.stock.mount(
              p, at.station, Goods.USUAL, () -> p.post(at.index).counter.stockChanged());
      case "day-changed",
          "no-prescription-today",
          "bottle-low",
          "no-bottle-mounted",
          "mounted-too-long",
          "batch-stopped" ->
          at.hands.ask(v, Step.LEFT, r -> {});
      case "already-dosed" -> {
        v.here = false;
        if (!v.again) {
          clinic.judge.stuck("", "patient " + v.number + " had no dose and is told of one");
        }
      }
      case "below-pump-minimum" -> clinic.judge.stuck("", "below the minimum of the pump");
      default -> at.door().doctor(v.number, no.refusal().code()).ifPresent(does -> does.accept(p));
    }
  }

  /** A signature that could not be made is asked for again at the next look. */
  private void signed(Process p, Visit v, Reply reply) {
    if (!(reply instanceof Reply.Refused no)
        || !no.refusal().code().equals("second-signature-needed")) {
      tapped(p, v, reply);
    }
  }

  /** The dose is at its end; the patient, if still here and without a dose, begins anew. */
  private void ended(Visit v, Reply reply) {
    if (reply instanceof Reply.Done && !v.here) {
      at.over(v);
    }
  }

  // What is in the cup is not what was ordered.

  private void discrepancy(Visit v, Dose dose) {
    long ordered = dose.order().map(Order::volume).orElse(Volume.ZERO).microlitres();
    Optional<Long> weighed = dose.weighing().map(w -> w.volume().microlitres());
    boolean cupGone = at.station.table.cup().isEmpty();
    v.tries++;
    if (v.drank && cupGone) {
      at.hands.askSigned(v, Step.AS_IT_IS, Map.of(), r -> {});
    } else if (v.tries > TRIES_MOST || cupGone || !v.here) {
      discard(v);
    } else if (weighed.isEmpty() && v.tries == 1) {
      at.hands.ask(v, Step.DRAWN_OFF, r -> {});
    } else if (weighed.orElse(0L) > ordered + SMALL_MICROLITRES && v.tries == 1) {
      at.station.table.cup().ifPresent(c -> drawOff(c, weighed.orElse(0L) - ordered));
      at.hands.ask(v, Step.DRAWN_OFF, r -> {});
    } else if (weighed.orElse(0L) < ordered - SMALL_MICROLITRES && v.tries <= 2) {
      at.hands.ask(v, Step.REST, r -> {});
    } else if (weighed.orElse(0L) < ordered / 2) {
      discard(v);
    } else {
      at.hands.ask(v, Step.AS_IT_IS, r -> needsTwo(v, r));
    }
  }

  private void needsTwo(Visit v, Reply reply) {
    if (reply instanceof Reply.Refused) {
      if (v.dice.permille(500)) {
        at.hands.askSigned(v, Step.AS_IT_IS, Map.of(), r -> {});
      } else {
        discard(v);
      }
    }
  }

  private void drawOff(Cup cup, long microlitres) {
    long taken = cup.takeOut(Math.max(0, microlitres) * 1000);
    clinic.judge.wasted(cup.dose(), taken);
  }

  private void discard(Visit v) {
    putBack(v);
    at.hands.ask(
        v,
        Step.DISCARD,
        reply -> {
          if (reply instanceof Reply.Done) {
            at.station.table.lift().ifPresent(at::empty);
            at.station.putRight();
            v.tries = 0;
            ended(v, reply);
          }
        });
  }

  // The cup stands there.

  private void measured(Process p, Visit v) {
    if (!v.here && !v.drank) {
      discard(v);
      return;
    }
    if (v.inHand.isEmpty() && at.mischief().beforeHandOver(p, v)) {
      return;
    }
    if (v.inHand.isEmpty() && at.drinkers().none() && at.station.table.cup().isPresent()) {
      v.inHand = at.station.table.lift(); // the scale tells the counter
      return;
    }
    if (v.inHand.isPresent() && !waited(v, LIFT_SEEN_NANOS)) {
      return;
    }
    // No lift was seen, or no cup stands there to be lifted: the tap says it.
    at.hands.ask(
        v,
        Step.HAND_OVER,
        reply -> {
          if (reply instanceof Reply.Done) {
            at.drinkers().handOver(v);
          } else if (reply instanceof Reply.Refused no) {
            notHanded(p, v, no.refusal().code());
          }
        });
  }

  private void notHanded(Process p, Visit v, String code) {
    putBack(v);
    if (!code.equals("identify-again")) {
      return;
    }
    if (v.tries++ > TRIES_MOST) {
      discard(v);
    } else {
      at.door().show(p, v);
    }
  }

  /** A cup that was lifted and not handed over stands on the scale again. */
  private void putBack(Visit v) {
    v.reaching = Optional.empty();
    if (!v.drank) {
      v.inHand.ifPresent(at.station.table::put);
      v.inHand = Optional.empty();
    }
  }

  private void held(Process p, Visit v) {
    putBack(v);
    if (!v.here || v.tries++ > TRIES_MOST || v.noticed("held-too-long")) {
      discard(v);
    } else if (v.tries % 2 == 1 || waited(v, 40 * Clinic.SECOND)) {
      at.door().show(p, v);
      v.phaseNanos = clinic.time.nanos();
    }
  }

  // Nobody knows how much flowed; the people here look at the cup.

  private void unknown(Visit v) {
    Optional<Cup> cup = at.station.table.cup();
    if (at.station.pump.running() || !waited(v, 2 * Clinic.SECOND)) {
      return;
    }
    v.tries++;
    long inCup = cup.map(Cup::nanolitres).orElse(0L) / 1000;
    if (v.drank) {
      at.hands.askSigned(
          v,
          Step.UNKNOWN_DRUNK,
          Map.of("microlitres", "" + v.drunkMicrolitres, "permille", "1000"),
          reply -> settled(v, reply));
    } else if (v.tries == 1 && inCup == 0 && cup.isPresent()) {
      at.hands.ask(v, Step.UNKNOWN_UNMOVED, r -> {});
    } else if (cup.isPresent() && v.here && v.tries < 4) {
      at.hands.askSigned(v, Step.UNKNOWN_IN_CUP, Map.of(), r -> {});
    } else {
      at.hands.ask(
          v,
          Step.UNKNOWN_DISCARDED,
          Map.of("microlitres", "" + inCup),
          reply -> {
            at.station.table.lift().ifPresent(at::empty);
            at.station.putRight();
            ended(v, reply);
          });
    }
  }

  private void settled(Visit v, Reply reply) {
    if (reply instanceof Reply.Done) {
      at.over(v);
    }
  }
}

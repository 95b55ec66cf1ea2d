package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.counter.Command;
import clinic.mmt.dispenser.app.counter.Step;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.main.simulate.device.Cup;
import clinic.mmt.dispenser.main.simulate.device.PumpTrouble;
import java.util.Map;
import java.util.Optional;

/** Does what the dice of a visit say goes wrong, each at its moment, and counts it. */
final class Mischief {

  private static final long SECOND = Clinic.SECOND;
  private static final long MILLI = 1_000_000L;

  private final Attendant at;
  private final Clinic clinic;
  private final Accidents accidents;

  Mischief(Attendant at) {
    this.at = at;
    this.clinic = at.clinic;
    this.accidents = new Accidents(at);
  }

  private boolean happens(Visit v, FaultKind kind) {
    boolean now = v.takes(kind);
    if (now) {
      reached(v, kind);
    }
    return now;
  }

  private void reached(Visit v, FaultKind kind) {
    clinic.counts.reached(kind);
    clinic.story.note(clinic, () -> kind.word() + " with " + v.number);
  }

  /** The patient is at the counter. */
  void arrives(Visit v) {
    at.outage().comes(v);
    if (happens(v, FaultKind.DIRTY_PAN)) {
      at.station.table.lift().ifPresent(at::empty);
      at.station.table.residue(700_000);
    }
    if (happens(v, FaultKind.PUMP_SWAPPED)) {
      at.station.pump.trouble().swapped();
    }
    if (happens(v, FaultKind.NO_READ)) {
      at.station.reader.smudge();
    }
    if (happens(v, FaultKind.READER_BROKEN)) {
      at.station.reader.breakDown();
    }
    if (happens(v, FaultKind.MISMATCH)) {
      at.station.reader.blur();
    }
    if (v.takes(FaultKind.NO_DENSITY)) {
      mount(v, FaultKind.NO_DENSITY);
    }
    if (v.takes(FaultKind.BOTTLE_LOW)) {
      mount(v, FaultKind.BOTTLE_LOW);
    }
    if (happens(v, FaultKind.BOTH_COUNTERS)) {
      v.again = true;
      at.comesTo(clinic.stations.size() - 1 - at.index, v, true);
    }
    clinic.process().ifPresent(p -> office(p, v));
    accidents.plan(v);
  }

  /** Of these the first is counted here, the others where somebody runs into them. */
  private void office(Process p, Visit v) {
    if (happens(v, FaultKind.TWO_NUMBERS)) {
      clinic.office().arrives(p, v, stopped -> {});
      clinic.office().arrives(p, v, stopped -> {});
    }
    if (v.takes(FaultKind.LEFT_CARE)) {
      clinic.office().leaves(p, v);
    }
    if (v.takes(FaultKind.CERTIFICATE_ENDED)) {
      clinic.office().certificateEnds(p);
    }
  }

  /** A bottle of a batch that nobody has measured, or one that is nearly empty. */
  private void mount(Visit v, FaultKind kind) {
    clinic
        .process()
        .ifPresent(
            p -> {
              Runnable mounted =
                  () -> {
                    reached(v, kind);
                    p.post(at.index).counter.stockChanged();
                  };
              if (kind == FaultKind.NO_DENSITY) {
                clinic.stock.mount(p, at.station, Goods.UNMEASURED, mounted);
              } else {
                clinic.stock.mountRest(p, at.station, mounted);
              }
            });
  }

  /** The card that is shown: somebody else's, nobody's, or the right one. */
  int cardOf(Visit v) {
    if (happens(v, FaultKind.STRANGE_CARD)) {
      return -1;
    }
    return happens(v, FaultKind.ANOTHERS_CARD) ? another(v) : v.number;
  }

  private int another(Visit v) {
    return clinic.register().neighbour(v.number);
  }

  /** Between identification and tap; true when something happened that comes first. */
  boolean beforePour(Process p, Visit v) {
    if (happens(v, FaultKind.OLD_CUP)) {
      at.station.table.lift().ifPresent(at::empty);
      at.station.table.put(new Cup(25_000_000));
      return true;
    }
    if (happens(v, FaultKind.LEAVES_BEFORE)) {
      v.here = false;
      return true;
    }
    if (happens(v, FaultKind.DAWDLES)) {
      v.busyUntilNanos = clinic.time.nanos() + 310 * SECOND;
      return true;
    }
    if (happens(v, FaultKind.NOT_FIT)) {
      sentAway(v, Step.NOT_FIT);
      return true;
    }
    if (happens(v, FaultKind.TO_DOCTOR)) {
      sentAway(v, Step.CALL_DOCTOR);
      return true;
    }
    if (happens(v, FaultKind.SHIFT_CHANGE)) {
      Staff gone = at.hands.who;
      at.hands.who = at.relief();
      at.signIn(p);
      p.post(at.index).counter.signOut(p.session(gone).staff());
    }
    if (happens(v, FaultKind.ORDER_CHANGES)) {
      clinic.register().prescribe(p, v.number, v.dice.permille(500) ? 10 : -10, () -> {});
      return true;
    }
    return false;
  }

  private void sentAway(Visit v, Step step) {
    at.hands.ask(
        v,
        step,
        reply -> {
          at.comesTo(at.index, v, v.again);
          at.over(v);
        });
  }

  /** Just before the tap. */
  void atTap(Visit v) {
    PumpTrouble pump = at.station.pump.trouble();
    if (happens(v, FaultKind.START_LOST)) {
      pump.loseStart();
    }
    if (happens(v, FaultKind.START_UNANSWERED)) {
      pump.loseAnswerToStart();
    }
    if (happens(v, FaultKind.READ_BACK_WRONG)) {
      pump.readBackWrong();
    }
    if (happens(v, FaultKind.PUMP_SHORT)) {
      pump.factor(v.dice.between(930, 985));
    }
    if (happens(v, FaultKind.PUMP_OVER)) {
      pump.factor(v.dice.between(1015, 1080));
    }
    if (happens(v, FaultKind.AIR)) {
      pump.air();
    }
    if (happens(v, FaultKind.PUMP_STALLS)) {
      pump.stall(v.dice.between(0, 3_000) * 1000L);
    }
  }

  /** What is said with the tap: the attestation, and perhaps that the patient wants less. */
  Map<String, String> words(Visit v) {
    return happens(v, FaultKind.LESS_BY_WISH)
        ? Map.of("attestation", "seen", "doseMicrograms", "15000", "reason", "too much")
        : Map.of("attestation", "seen");
  }

  /** Just after the tap. */
  void afterTap(Process p, Visit v, Command tap) {
    if (happens(v, FaultKind.TAP_TWICE)) {
      at.hands.tapAgain(p, tap);
    }
    if (happens(v, FaultKind.TAP_AGAIN)) {
      Command more =
          at.hands.command(p, v, Step.POUR, Map.of("attestation", "again"), Optional.empty());
      at.hands.tapAgain(p, more);
    }
    if (v.takes(FaultKind.STOP_AT_TAP)) {
      later(v, v.dice.between(0, 60) * MILLI, () -> stop(v, FaultKind.STOP_AT_TAP));
    }
  }

  private void later(Visit v, long nanos, Runnable what) {
    clinic.time.after(
        clinic.world,
        nanos,
        () -> {
          if (!v.done) {
            what.run();
          }
        });
  }

  private void stop(Visit v, FaultKind kind) {
    clinic
        .process()
        .ifPresent(
            p -> {
              reached(v, kind);
              p.post(at.index)
                  .counter
                  .stop(Optional.of(p.session(at.hands.who).staff()), "a person pressed it");
            });
  }

  /** Looked at while liquid flows or comes to rest. */
  void pouring(Visit v, State state) {
    if (state.phase() == Phase.POURING) {
      if (v.takes(FaultKind.STOP)) {
        later(v, v.dice.between(0, 1500) * MILLI, () -> stop(v, FaultKind.STOP));
      }
      if (happens(v, FaultKind.CUP_LIFTED)) {
        Optional<Cup> cup = at.station.table.lift();
        later(v, v.dice.between(300, 6000) * MILLI, () -> cup.ifPresent(this::putBack));
      }
      if (happens(v, FaultKind.CUP_GRABBED)) {
        grabbed(v);
      }
      if (happens(v, FaultKind.LEAVES_DURING)) {
        v.here = false;
      }
    }
  }

  /** Who says that a dose is discarded has emptied its cup, wherever that was. */
  private void putBack(Cup cup) {
    boolean discarded =
        clinic
            .process()
            .flatMap(p -> p.post(at.index).screen())
            .filter(
                s -> s.onScale().filter(o -> o.dose().id().value().equals(cup.dose())).isEmpty())
            .isPresent();
    if (at.station.table.cup().isEmpty() && !discarded) {
      at.station.table.put(cup);
    } else {
      at.empty(cup);
    }
  }

  private void grabbed(Visit v) {
    at.station
        .table
        .lift()
        .ifPresent(
            cup -> {
              v.drunkMicrolitres = cup.nanolitres() / 1000;
              v.drank = cup.nanolitres() > 0;
              Ending.drink(at, v, cup, 1000);
            });
  }

  /** The cup stands there, measured; true when something comes before the hand-over. */
  boolean beforeHandOver(Process p, Visit v) {
    if (!happens(v, FaultKind.OTHER_REACHES)) {
      return false;
    }
    int other = another(v);
    v.reaching = Optional.of(clinic.patient(other));
    at.station.reader.finger(Optional.of("finger-" + other));
    p.post(at.index).cards.present(Visit.card(other));
    v.busyUntilNanos = clinic.time.nanos() + 2 * SECOND;
    return true;
  }

  /** The visit is over: what is still wrong at the station is put right. */
  void over(Visit v) {
    at.station.putRight();
  }

  /** The patient has drunk; some come again. */
  void ended(Visit v) {
    v.done = true;
    if (happens(v, FaultKind.COMES_TWICE)) {
      at.comesTo(v.dice.between(0, clinic.stations.size() - 1), v, true);
    }
  }
}

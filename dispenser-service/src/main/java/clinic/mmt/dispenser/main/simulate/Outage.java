package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.counter.Step;
import clinic.mmt.dispenser.app.degraded.Modes;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.main.simulate.device.Cup;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.quantity.Volume;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A pump or a scale that is out of order for a day: the dispenser enters the mode in which dosing
 * goes on, and leaves it when the device is in order again (H99).
 */
final class Outage {

  /** So many days of a thousand begin with a pump, and so many with a scale out of order. */
  private static final int PERMILLE = 25;

  /** A hand is off by at most so much, most of the time. */
  private static final int HAND_MICROLITRES = 120;

  /**
   * Where nothing is weighed nobody can see these, as the limits of the mode say: they are for a
   * day with a scale.
   */
  private static final Set<FaultKind> UNSEEN =
      EnumSet.of(
          FaultKind.AIR,
          FaultKind.PUMP_SHORT,
          FaultKind.PUMP_OVER,
          FaultKind.CUP_LIFTED,
          FaultKind.CUP_GRABBED,
          FaultKind.OLD_CUP,
          FaultKind.SCALE_STUCK,
          FaultKind.SCALE_SILENT,
          FaultKind.SCALE_UNPLUGGED,
          FaultKind.DIRTY_PAN,
          FaultKind.HAND_ON_SCALE,
          FaultKind.DRAUGHT);

  private final Attendant at;
  private Optional<Mode> mode = Optional.empty();
  private Optional<IntentId> drawn = Optional.empty();

  Outage(Attendant at) {
    this.at = at;
  }

  /** The day begins: the dice say what is out of order. */
  void begin(int day) {
    Dice dice = at.clinic.dice(7, at.index, day);
    mode = Optional.empty();
    if (dice.permille(PERMILLE) && at.clinic.scenario.faults().contains(FaultKind.PUMP_OUT)) {
      mode = Optional.of(Mode.HAND_POUR);
      at.clinic.counts.reached(FaultKind.PUMP_OUT);
    } else if (dice.permille(PERMILLE)
        && at.clinic.scenario.faults().contains(FaultKind.SCALE_OUT)) {
      mode = Optional.of(Mode.PUMP_WITHOUT_SCALE);
      at.clinic.counts.reached(FaultKind.SCALE_OUT);
    }
    at.station.pumpPlug.outOfOrder(mode.equals(Optional.of(Mode.HAND_POUR)));
    at.station.scalePlug.outOfOrder(mode.equals(Optional.of(Mode.PUMP_WITHOUT_SCALE)));
  }

  /** A patient comes; some things are not seen on a day without a scale. */
  void comes(Visit v) {
    if (mode.equals(Optional.of(Mode.PUMP_WITHOUT_SCALE))) {
      v.faults().removeAll(UNSEEN);
    }
  }

  /** Enters or leaves a mode where that is the next thing to do. */
  boolean acts(Process p, Snapshot s, Visit v) {
    Optional<RunningMode> running =
        s.modes().stream().filter(m -> m.mode().place() == Mode.Place.POUR).findFirst();
    if (running.map(RunningMode::mode).equals(mode)) {
      return mode.equals(Optional.of(Mode.PUMP_WITHOUT_SCALE)) && cupIsSet(v);
    }
    Runnable told = () -> p.post(at.index).counter.stockChanged();
    if (running.isPresent()) {
      p.modes.leave(
          p.session(at.hands.who),
          new Modes.Asked(at.station.id, running.get().mode(), "in order again"),
          answer -> told.run());
    } else {
      p.modes.enter(
          p.session(at.hands.who),
          new Modes.Asked(at.station.id, mode.orElseThrow(), "out of order"),
          answer -> told.run());
    }
    v.busyUntilNanos = at.clinic.time.nanos() + Clinic.SECOND;
    return true;
  }

  /** No scale looks at the cup, and nothing is waited for: the dispenser looks. */
  private boolean cupIsSet(Visit v) {
    if (v.shows > 2) {
      at.station.putRight(); // The pump refused more than once: somebody looks at it.
    }
    boolean fresh = at.station.table.cup().filter(c -> c.dose().isEmpty()).isPresent();
    if (!fresh) {
      at.replaceCup();
    }
    return !fresh;
  }

  /** The hours of the mode are over, as far as the clock can tell: the scale is repaired. */
  void repaired() {
    mode = Optional.empty();
    at.station.scalePlug.outOfOrder(false);
  }

  /** Draws what the screen says, once for each intent, and says so. */
  void draw(Visit v, Dose dose) {
    IntentId intent = dose.intents().getLast().id();
    if (!drawn.equals(Optional.of(intent))) {
      drawn = Optional.of(intent);
      long target = dose.order().map(Order::volume).orElse(Volume.ZERO).microlitres();
      long hand = target + v.dice.between(-HAND_MICROLITRES, HAND_MICROLITRES);
      long inCup = at.station.table.cup().map(Cup::nanolitres).orElse(0L);
      at.station.table.draw(dose.id().value(), Math.max(0, hand * 1000 - inCup));
    }
    at.hands.ask(v, Step.POURED, reply -> {});
  }
}

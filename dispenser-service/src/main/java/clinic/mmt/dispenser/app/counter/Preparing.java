package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.Timers.Pace;
import clinic.mmt.dispenser.app.degraded.Limits;
import clinic.mmt.dispenser.app.device.Prepared;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Phase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Pump and cup are made ready while a patient stands at the counter: again and again until they
 * are, and once more before it expires. In a degraded mode what is out of order is left alone.
 */
final class Preparing {

  private static final Duration AGAIN = Duration.ofMillis(300);

  private final House house;
  private final Desk desk;
  private final StationDevices devices;
  private final Executor queue;

  /** One round of asking; an answer to an earlier one is nothing any more. */
  private long round;

  Preparing(House house, Desk desk, StationDevices devices, Executor queue) {
    this.house = house;
    this.desk = desk;
    this.devices = devices;
    this.queue = queue;
  }

  /** Prepare goes on until the cup stands there, and again before it expires. */
  void begin(DoseId dose) {
    Optional<Mode> mode = desk.pourMode();
    long mine = ++round;
    Consumer<Report<Prepared>> reply = report -> queue.execute(() -> prepared(dose, mine, report));
    if (mode.isEmpty()) {
      devices.prepare(reply);
    } else if (mode.get() == Mode.HAND_POUR) {
      devices.prepareCup(reply);
    } else if (devices.pumpPoursAlone()) {
      devices.preparePump(reply);
    } else {
      reply.accept(alone());
    }
  }

  private static Report<Prepared> alone() {
    Refusal why = Limits.pumpNeedsTheScale();
    return Report.trouble(why.code(), why.text(), why.liftedBy());
  }

  /** The station came into another mode: what was made ready for the one before is nothing. */
  void modeChanged() {
    desk.onScale
        .filter(s -> s.phase() == Phase.REVIEWING)
        .ifPresent(
            s -> {
              desk.prepared = Optional.empty();
              desk.unready = Optional.empty();
              begin(s.dose().id());
            });
  }

  private void prepared(DoseId dose, long mine, Report<Prepared> report) {
    FrontPanel.look(house, desk, report);
    if (mine != round || !desk.isIn(dose, Phase.REVIEWING)) {
      return;
    }
    switch (report) {
      case Report.Ok<Prepared>(Prepared p) -> {
        desk.prepared = Optional.of(p);
        desk.preparedNanos = house.timers().nanos();
        desk.notice = desk.notice.filter(n -> !desk.unready.equals(Optional.of(n)));
        desk.unready = Optional.empty();
        desk.changed();
        long prepared = desk.preparedNanos;
        after(house.profile().prepareValid(), () -> expired(dose, prepared));
      }
      case Report.Trouble<Prepared>(String code, String text, String wayOn) -> {
        desk.prepared = Optional.empty();
        Refusal refusal = Refusal.of(code, "", text, wayOn);
        if (!desk.unready.equals(Optional.of(refusal))) {
          desk.unready = Optional.of(refusal);
          desk.notice(refusal);
        }
        after(AGAIN, () -> again(dose, mine));
      }
    }
  }

  private void again(DoseId dose, long mine) {
    if (mine == round && desk.isIn(dose, Phase.REVIEWING) && desk.prepared.isEmpty()) {
      begin(dose);
    }
  }

  private void expired(DoseId dose, long prepared) {
    if (desk.taps > 0) {
      after(AGAIN, () -> expired(dose, prepared));
      return;
    }
    if (desk.isIn(dose, Phase.REVIEWING) && desk.preparedNanos == prepared) {
      desk.prepared = Optional.empty();
      desk.changed();
      begin(dose);
    }
  }

  private void after(Duration wait, Runnable task) {
    house.timers().after(wait, Pace.REAL, () -> queue.execute(task));
  }
}

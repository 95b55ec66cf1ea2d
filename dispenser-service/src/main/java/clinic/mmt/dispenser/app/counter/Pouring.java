package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.Timers.Pace;
import clinic.mmt.dispenser.app.counter.DoseLedger.Moved;
import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.Shot;
import clinic.mmt.dispenser.app.device.Started;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.journal.Kept;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.codec.KeptEvents;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseEvent;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Effect;
import clinic.mmt.dispenser.domain.dispense.Intent;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.dispense.IntentKind;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Carries out what the machine asks for, one effect at a time, on the counter's queue. */
final class Pouring {

  private static final Duration STORE_AGAIN = Duration.ofMillis(500);

  /** After the id of a kept count: the weight that belongs to it. */
  private static final String WEIGHT = "-weight";

  private final House house;
  private final Desk desk;
  private final StationDevices devices;
  private final DoseLedger ledger;
  private final Executor queue;
  private final LiveWatch watch;
  private final Settling settling;
  private final Preparing preparing;
  private final Strokes strokes;

  Pouring(House house, Desk desk, StationDevices devices, DoseLedger ledger, Executor queue) {
    this.house = house;
    this.desk = desk;
    this.devices = devices;
    this.ledger = ledger;
    this.queue = queue;
    this.watch = new LiveWatch(house, desk, devices, this, queue);
    this.settling = new Settling(house, desk, devices, this, queue);
    this.preparing = new Preparing(house, desk, devices, queue);
    this.strokes = new Strokes(house, desk, devices);
  }

  /** A dose moved: do what is asked, then show it; no screen is waited for before a device. */
  void moved(Moved moved) {
    desk.adopt(moved.next());
    moved.effects().forEach(effect -> run(moved.next(), effect));
    desk.changed();
  }

  /** Tells the machine something a device or the house learnt. Never gives up on a full disk. */
  void tell(DoseId dose, DoseEvent event) {
    ledger.move(
        dose,
        actor(),
        event,
        outcome -> queue.execute(() -> told(dose, event, Optional.empty(), outcome)));
  }

  /** The same, once more, for what the ledger could not take before. */
  private void tellAgain(DoseId dose, DoseEvent event, String id) {
    ledger.moveOnce(
        id,
        dose,
        actor(),
        event,
        outcome -> queue.execute(() -> told(dose, event, Optional.of(id), outcome)));
  }

  private String actor() {
    return "station-" + desk.station.value();
  }

  private void told(DoseId dose, DoseEvent event, Optional<String> id, Outcome<Moved> outcome) {
    if (!(outcome instanceof Outcome.Failed<Moved>)) {
      id.ifPresent(this::written);
    }
    switch (outcome) {
      case Outcome.Done<Moved> done -> {
        desk.notice = desk.notice.filter(n -> !n.code().equals("store-failed"));
        moved(done.answer());
      }
      case Outcome.Refused<Moved> no -> {
        if (event instanceof DoseEvent.IdentifiedAgain || event instanceof DoseEvent.CalledBack) {
          desk.notice(no.refusal());
        }
      }
      case Outcome.Conflict<Moved> c ->
          desk.notice(
              "store-conflict",
              "The ledger refused what the devices report (" + c.constraint() + ").",
              "call the pharmacist; the dose stays open");
      case Outcome.Failed<Moved> f -> {
        desk.notice(storeFailed(f.why()));
        String again = id.orElseGet(() -> unwritten(dose, event));
        after(STORE_AGAIN, Pace.REAL, () -> tellAgain(dose, kept(event), again));
      }
    }
  }

  static Refusal storeFailed(String why) {
    return Refusal.of(
        "store-failed",
        "H52",
        "The ledger can't be written: " + why,
        "free space on the disk; the result is kept and written again by itself");
  }

  /** The first failure of this event: keeps what was measured where a crash does not lose it. */
  private String unwritten(DoseId dose, DoseEvent event) {
    String id = house.ids().next("k");
    desk.unwritten.add(id);
    KeptEvents.body(dose, event)
        .ifPresent(body -> house.journal().keep(new Kept(id, body), kept -> {}));
    switch (event) {
      case DoseEvent.PumpFinished(Instant at, Volume pumped) -> weighToo(dose, pumped, id);
      case DoseEvent.PumpStands(Instant at, Volume pumped) -> weighToo(dose, pumped, id);
      case DoseEvent e -> {}
    }
    return id;
  }

  /**
   * The cup may be gone when the ledger is back after a crash: its weight is taken now and kept as
   * well. It is not told to the machine, which first has to learn that the pump stands; when the
   * ledger is back without a crash, the cup is weighed again as always.
   */
  private void weighToo(DoseId dose, Volume pumped, String id) {
    desk.onScale
        .map(State::dose)
        .filter(d -> d.id().equals(dose))
        .ifPresent(d -> settling.weigh(d, pumped, event -> keepWeight(d, id, event)));
  }

  private void keepWeight(Dose dose, String id, DoseEvent event) {
    if (desk.unwritten.contains(id)) {
      KeptEvents.body(dose.id(), event)
          .ifPresent(body -> house.journal().keep(new Kept(id + WEIGHT, body), kept -> {}));
    }
  }

  private void written(String id) {
    desk.unwritten.remove(id);
    house.journal().forget(id);
    house.journal().forget(id + WEIGHT);
  }

  /** What is written once the store works again: what was learnt, but never a late start. */
  private DoseEvent kept(DoseEvent event) {
    return switch (event) {
      case DoseEvent.StartHandedOver e ->
          new DoseEvent.StartNotWritten(now(), "the ledger could not be written");
      case DoseEvent.TopUpIntended e -> notWritten();
      case DoseEvent.StrokeIntended e -> notWritten();
      case DoseEvent e -> e;
    };
  }

  private DoseEvent notWritten() {
    return new DoseEvent.TopUpOff(now(), "the ledger could not be written");
  }

  private void run(State state, Effect effect) {
    Dose dose = state.dose();
    switch (effect) {
      case Effect.Prepare e -> prepare(dose.id());
      case Effect.ArmPump e -> arm(dose, e);
      case Effect.PourByHand e -> byHand(dose);
      case Effect.WriteStart e -> writeStart(dose);
      case Effect.WatchPour e -> watch.begin(dose);
      case Effect.StopPump e -> stopPump(dose);
      case Effect.Settle e -> settle(dose);
      case Effect.TopUp e -> intend(dose, counter -> topUpFrom(dose, counter));
      case Effect.NextStroke e -> intend(dose, counter -> strokes.next(dose, counter));
      case Effect.AskDevices e -> askAfterUnknown();
      case Effect.Release e -> release();
    }
  }

  private void release() {
    devices.cancelPrepare();
    watch.end();
    devices.released();
  }

  void prepare(DoseId dose) {
    preparing.begin(dose);
  }

  /** The station came into another mode, or back into the ordinary one. */
  void modeChanged() {
    preparing.modeChanged();
  }

  /** The intent is durable: target and live weight are shown from now on, and no pump is told. */
  private void byHand(Dose dose) {
    watch.byHand(dose);
    tell(dose.id(), new DoseEvent.HandBegan(now()));
  }

  private void settle(Dose dose) {
    if (dose.byHand()) {
      watch.end();
    }
    settling.begin(dose);
  }

  /** The guard below the driver adds up the commands of a dose, rests after a stop too. */
  private static Shot shot(Dose dose) {
    Intent intent = dose.intents().getLast();
    return new Shot(
        dose.id(), intent.id(), intent.commanded(), dose.order().map(Order::cap).orElseThrow());
  }

  private void arm(Dose dose, Effect.ArmPump e) {
    devices.arm(shot(dose), report -> queue.execute(() -> armed(dose, e, report)));
    after(house.profile().voidAfter(), Pace.REAL, () -> voidByTime(dose.id(), e.intent()));
  }

  private void armed(Dose dose, Effect.ArmPump e, Report<Volume> report) {
    switch (report) {
      case Report.Ok<Volume>(Volume readBack) when readBack.equals(e.commanded()) ->
          tell(dose.id(), new DoseEvent.StartHandedOver(now()));
      case Report.Ok<Volume>(Volume readBack) ->
          tell(dose.id(), new DoseEvent.NotStarted(now(), "the pump read back another volume"));
      case Report.Trouble<Volume>(String code, String text, String wayOn) -> {
        desk.notice(code, text, wayOn);
        tell(dose.id(), new DoseEvent.NotStarted(now(), text));
      }
    }
  }

  private void voidByTime(DoseId dose, IntentId intent) {
    if (desk.isIn(dose, Phase.ARMED)
        && desk.onScale.map(s -> s.dose().intents().getLast().id().equals(intent)).orElse(false)) {
      tell(dose, new DoseEvent.NotStarted(now(), "no start within the time allowed"));
    }
  }

  private void writeStart(Dose dose) {
    if (desk.stops.get() != desk.leave) {
      tell(dose.id(), new DoseEvent.StartNotWritten(now(), "STOP came first"));
      return;
    }
    devices.start(shot(dose), started -> queue.execute(() -> started(dose, started)));
    if (desk.stops.get() != desk.leave) {
      devices.stop(report -> {});
    }
  }

  private void started(Dose dose, Started started) {
    switch (started) {
      case Started.Runs r -> {
        if (desk.isIn(dose.id(), Phase.STARTING)) {
          watch.begin(dose);
        }
        tell(dose.id(), new DoseEvent.PumpRuns(now()));
      }
      case Started.NotWritten n -> tell(dose.id(), new DoseEvent.StartNotWritten(now(), n.why()));
      case Started.Unanswered u -> {
        devices.stop(report -> {});
        tell(
            dose.id(),
            new DoseEvent.StopAsked(
                now(), Optional.empty(), "the start was not answered: " + u.why()));
      }
    }
  }

  private void stopPump(Dose dose) {
    watch.end();
    devices.stop(report -> queue.execute(() -> stands(dose, report)));
  }

  private void stands(Dose dose, Report<PumpReading> report) {
    remember(report);
    switch (report) {
      case Report.Ok<PumpReading>(PumpReading r) when r.alarm().isEmpty() ->
          tell(dose.id(), new DoseEvent.PumpStands(now(), delivered(dose, r)));
      case Report.Ok<PumpReading>(PumpReading r) -> {
        desk.alarmSeen = true;
        desk.notice("pump-alarm", "Pump alarm: " + r.alarm().orElse(""), "see the pump");
        tell(dose.id(), new DoseEvent.PumpStands(now(), delivered(dose, r)));
      }
      case Report.Trouble<PumpReading>(String code, String text, String wayOn) -> {
        desk.notice(code, text, wayOn);
        tell(dose.id(), new DoseEvent.PumpLost(now(), text));
      }
    }
  }

  private void remember(Report<PumpReading> report) {
    if (report instanceof Report.Ok<PumpReading>(PumpReading r) && !r.running()) {
      desk.pump.stands(r.counter());
    } else {
      desk.pump.lost();
    }
  }

  private Volume delivered(Dose dose, PumpReading reading) {
    return pumped(dose, reading).orMore(watch.seen(dose.intents().getLast().id()));
  }

  /** What this intent delivered by the pump's counter; a counter that was lost is no minus. */
  static Volume pumped(Dose dose, PumpReading reading) {
    return reading.counter().minus(dose.intents().getLast().counterBefore()).orMore(Volume.ZERO);
  }

  /** One more start for a dose: its baseline is what the pump has counted by then. */
  private void intend(Dose dose, Function<Volume, DoseEvent> next) {
    devices.ask(
        report ->
            queue.execute(
                () ->
                    tell(
                        dose.id(),
                        switch (report) {
                          case Report.Ok<PumpReading>(PumpReading r) -> next.apply(r.counter());
                          case Report.Trouble<PumpReading>(String code, String text, String on) ->
                              new DoseEvent.TopUpOff(now(), text);
                        })));
  }

  private DoseEvent topUpFrom(Dose dose, Volume counter) {
    Order order = dose.order().orElseThrow();
    Volume inCup = dose.weighing().map(Weighing::volume).orElse(Volume.ZERO);
    Volume shot = devices.shotFor(order.volume().minus(inCup));
    return shot.isMoreThan(Volume.ZERO)
        ? new DoseEvent.TopUpIntended(
            now(),
            new Intent(
                new IntentId(house.ids().next("i")),
                IntentKind.TOP_UP,
                shot,
                counter,
                inCup,
                Volume.ZERO))
        : new DoseEvent.TopUpOff(now(), "smaller than the pump can pour");
  }

  private void askAfterUnknown() {
    watch.end();
    devices.stop(
        report ->
            queue.execute(
                () -> {
                  remember(report);
                  desk.alarmSeen |=
                      report instanceof Report.Ok<PumpReading>(PumpReading r)
                          && r.alarm().isPresent();
                  desk.notice(
                      "outcome-unknown",
                      "Nobody knows how much of this dose flowed. Pump: " + evidence(report),
                      "look for the cup, weigh it, ask the patient; settle it with a second"
                          + " person");
                }));
  }

  private static String evidence(Report<PumpReading> report) {
    return switch (report) {
      case Report.Ok<PumpReading>(PumpReading r) ->
          "stands" + r.alarm().map(a -> ", " + a).orElse("");
      case Report.Trouble<PumpReading>(String code, String text, String wayOn) -> text;
    };
  }

  Instant now() {
    return house.clock().instant();
  }

  /** Runs a task on the counter's queue after a wait. */
  Timers.Wait after(Duration wait, Pace pace, Runnable task) {
    return house.timers().after(wait, pace, () -> queue.execute(task));
  }
}

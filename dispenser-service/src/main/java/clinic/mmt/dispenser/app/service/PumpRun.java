package clinic.mmt.dispenser.app.service;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.Timers.Pace;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.device.Shot;
import clinic.mmt.dispenser.app.device.Started;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.IntentId;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.ServiceKind;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One service act at the devices, on the counter's queue: armed, started once, watched until the
 * pump stands, counted and for a check shot weighed. Whatever goes wrong after the start is never
 * repeated: it ends with what was counted, or as unknown for a person to settle.
 */
final class PumpRun {

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration STORE_AGAIN = Duration.ofMillis(500);
  private static final int SILENT_MOST = 5;

  private final House house;
  private final Counter counter;
  private final StationDevices devices;
  private final PumpLedger ledger;
  private final ServiceAct act;
  private final long stops;
  private long startedNanos;
  private int silent;
  private Optional<Volume> counted = Optional.empty();

  /**
   * A run of an act whose intent is durable.
   *
   * @param stops how many STOPs there had been when it was asked for
   */
  PumpRun(House house, Counter counter, PumpLedger ledger, ServiceAct act, long stops) {
    this.house = house;
    this.counter = counter;
    this.devices = counter.devices();
    this.ledger = ledger;
    this.act = act;
    this.stops = stops;
  }

  void begin() {
    devices.arm(shot(), report -> counter.service().inOrder(() -> armed(report)));
  }

  /** The act's id stands where a dose's does: the guard below the driver adds up its commands. */
  private Shot shot() {
    return new Shot(new DoseId(act.id()), new IntentId(act.id()), act.commanded(), act.commanded());
  }

  private void armed(Report<Volume> report) {
    if (report instanceof Report.Ok<Volume>(Volume readBack) && readBack.equals(act.commanded())) {
      write(done -> ledger.move(act.in(ServiceAct.Phase.STARTED), "", done), this::start);
    } else {
      voided("the pump did not take the volume");
    }
  }

  private void start() {
    if (counter.service().stops() != stops) {
      voided("STOP came first");
      return;
    }
    startedNanos = house.timers().nanos();
    devices.start(shot(), started -> counter.service().inOrder(() -> started(started)));
    if (counter.service().stops() != stops) {
      devices.stop(report -> {});
    }
  }

  private void started(Started started) {
    switch (started) {
      case Started.Runs r -> lookAgain();
      case Started.NotWritten n -> voided(n.why());
      case Started.Unanswered u -> stop();
    }
  }

  private void lookAgain() {
    house
        .timers()
        .after(
            LOOK,
            Pace.PHYSICS,
            () -> devices.ask(report -> counter.service().inOrder(() -> looked(report))));
  }

  private void looked(Report<PumpReading> report) {
    switch (report) {
      case Report.Ok<PumpReading>(PumpReading reading) -> {
        silent = 0;
        if (!reading.running()) {
          stands(reading);
        } else if (house.timers().physicsMillisSince(startedNanos)
            > devices.pourMillisMost(act.commanded())) {
          stop();
        } else {
          lookAgain();
        }
      }
      case Report.Trouble<PumpReading> t -> {
        silent++;
        if (silent > SILENT_MOST) {
          stop();
        } else {
          lookAgain();
        }
      }
    }
  }

  private void stop() {
    devices.stop(
        report ->
            counter
                .service()
                .inOrder(
                    () -> {
                      if (report instanceof Report.Ok<PumpReading>(PumpReading reading)) {
                        stands(reading);
                      } else {
                        unknown("the pump does not answer");
                      }
                    }));
  }

  /** A counter below its baseline was lost with the pump's power: it proves nothing. */
  private void stands(PumpReading reading) {
    Volume pumped = reading.counter().minus(act.counterBefore());
    counted = reading.running() ? Optional.empty() : Optional.of(reading.counter());
    if (reading.running() || reading.alarm().isPresent() || pumped.isLessThan(Volume.ZERO)) {
      unknown(reading.alarm().orElse("the pump's counter was lost"));
    } else if (act.kind() == ServiceKind.CHECK_SHOT) {
      devices.settle(report -> counter.service().inOrder(() -> end(pumped, net(report))));
    } else {
      end(pumped, Optional.empty());
    }
  }

  private static Optional<Mass> net(Report<Mass> report) {
    return report instanceof Report.Ok<Mass>(Mass mass) ? Optional.of(mass) : Optional.empty();
  }

  private void end(Volume pumped, Optional<Mass> net) {
    write(done -> ledger.end(act, pumped, net, done), this::over);
  }

  private void voided(String why) {
    write(done -> ledger.move(act.in(ServiceAct.Phase.VOIDED), why, done), this::over);
  }

  private void unknown(String why) {
    write(done -> ledger.move(act.in(ServiceAct.Phase.UNKNOWN), why, done), this::over);
  }

  private void over() {
    devices.released();
    counter.service().giveBack(counted);
  }

  private interface Writing {
    void write(Consumer<Outcome<ServiceAct>> done);
  }

  /** Never gives up on a full disk; a crash meanwhile leaves the act unknown. */
  private void write(Writing writing, Runnable then) {
    writing.write(
        outcome ->
            counter
                .service()
                .inOrder(
                    () -> {
                      if (outcome instanceof Outcome.Failed<ServiceAct>) {
                        house
                            .timers()
                            .after(
                                STORE_AGAIN,
                                Pace.REAL,
                                () -> counter.service().inOrder(() -> write(writing, then)));
                      } else {
                        then.run();
                      }
                    }));
  }
}

package clinic.mmt.dispenser.station;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.Timers.Pace;
import clinic.mmt.dispenser.app.device.PumpReading;
import clinic.mmt.dispenser.app.device.Watched;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Asks pump and scale side by side, five times a second of physics, so neither waits for both. */
final class PourWatch {

  private static final Duration EVERY = Duration.ofMillis(200);

  private final Pump pump;
  private final CupScale scale;
  private final Timers timers;
  private final Executor queue;
  private Optional<Consumer<Watched>> listener = Optional.empty();
  private long round;
  private Mass net = Mass.ZERO;
  private boolean fresh;
  private boolean underload;

  PourWatch(Pump pump, CupScale scale, Timers timers, Executor queue) {
    this.pump = pump;
    this.scale = scale;
    this.timers = timers;
    this.queue = queue;
  }

  void begin(Consumer<Watched> samples) {
    round++;
    listener = Optional.of(samples);
    fresh = false;
    underload = false;
    askPump(round);
    askScale(round);
  }

  void end() {
    round++;
    listener = Optional.empty();
  }

  private void askPump(long of) {
    if (of == round) {
      pump.report(answer -> queue.execute(() -> pumpSaid(of, answer)));
    }
  }

  private void askScale(long of) {
    if (of == round) {
      scale.read(answer -> scaleSaid(of, answer));
    }
  }

  private void scaleSaid(long of, Answer<ScaleReading> answer) {
    if (of != round) {
      return;
    }
    switch (answer) {
      case Answer.Ok<ScaleReading>(ScaleReading r) -> {
        net = r.net();
        fresh = true;
      }
      case Answer.Failed<ScaleReading>(Fault.Underload f) -> underload = true;
      case Answer.Failed<ScaleReading> f -> {}
    }
    timers.after(EVERY, Pace.PHYSICS, () -> queue.execute(() -> askScale(of)));
  }

  private void pumpSaid(long of, Answer<PumpReport> answer) {
    if (of != round || listener.isEmpty()) {
      return;
    }
    Consumer<Watched> to = listener.get();
    Watched sample =
        switch (answer) {
          case Answer.Ok<PumpReport>(PumpReport r) ->
              new Watched(Optional.of(reading(r)), net, fresh, underload, false);
          case Answer.Failed<PumpReport>(Fault.PortLost f) ->
              new Watched(Optional.empty(), net, fresh, underload, true);
          case Answer.Failed<PumpReport> f ->
              new Watched(Optional.empty(), net, fresh, underload, false);
        };
    fresh = false;
    underload = false;
    to.accept(sample);
    timers.after(EVERY, Pace.PHYSICS, () -> queue.execute(() -> askPump(of)));
  }

  /** The pump's report in the domain's words. */
  static PumpReading reading(PumpReport report) {
    boolean running =
        switch (report.motion()) {
          case DISPENSING, WITHDRAWING, PURGING -> true;
          case PAUSED, STOPPED, ALARMED -> false;
        };
    return new PumpReading(running, report.delivered(), report.alarm().map(Faults::text));
  }
}

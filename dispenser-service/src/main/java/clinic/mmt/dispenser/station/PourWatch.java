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

  PourWatch(Pump pump, CupScale scale, Timers timers, Executor queue) {
    this.pump = pump;
    this.scale = scale;
    this.timers = timers;
    this.queue = queue;
  }

  void begin(Consumer<Watched> samples) {
    round++;
    listener = Optional.of(samples);
    askPump(round);
    askScale(round);
  }

  /** The scale alone: a person draws, and the pump is not asked anything. */
  void beginScale(Consumer<Watched> samples) {
    round++;
    listener = Optional.of(samples);
    askScale(round);
  }

  void end() {
    round++;
    listener = Optional.empty();
  }

  private void askPump(long of) {
    if (of != round) {
      return;
    }
    long asked = timers.nanos();
    pump.report(
        answer -> {
          long heard = timers.nanos();
          queue.execute(() -> say(of, pumpSaid(asked, heard, answer), () -> askPump(of)));
        });
  }

  private void askScale(long of) {
    if (of != round) {
      return;
    }
    long asked = timers.nanos();
    scale.readNow(
        answer -> {
          long heard = timers.nanos();
          queue.execute(() -> say(of, scaleSaid(asked, heard, answer), () -> askScale(of)));
        });
  }

  private void say(long of, Watched sample, Runnable next) {
    if (of != round) {
      return;
    }
    listener.ifPresent(l -> l.accept(sample));
    timers.after(EVERY, Pace.PHYSICS, () -> queue.execute(next));
  }

  private static Watched scaleSaid(long asked, long heard, Answer<ScaleReading> answer) {
    return switch (answer) {
      case Answer.Ok<ScaleReading>(ScaleReading r) -> new Watched.ScaleSaid(asked, heard, r.net());
      case Answer.Failed<ScaleReading>(Fault fault) ->
          new Watched.NoWeight(asked, heard, fault instanceof Fault.Underload);
    };
  }

  private static Watched pumpSaid(long asked, long heard, Answer<PumpReport> answer) {
    return switch (answer) {
      case Answer.Ok<PumpReport>(PumpReport r) -> new Watched.PumpSaid(asked, heard, reading(r));
      case Answer.Failed<PumpReport>(Fault.PortLost f) -> new Watched.PumpLost();
      case Answer.Failed<PumpReport> f -> new Watched.PumpSilent();
    };
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

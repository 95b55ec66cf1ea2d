package clinic.mmt.dispenser.station;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.Timers.Pace;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One settling: after the drip, two equal stable weights half a second apart (H22, H26). A weight
 * that keeps rising is a leak. All times are times of physics.
 */
final class CupSettling {

  private static final Duration DRIP = Duration.ofMillis(1500);
  private static final Duration REREAD = Duration.ofMillis(250);
  private static final long APART_MILLIS = 500;
  private static final long LEAK_MILLIS = 3000;
  private static final long GIVE_UP_MILLIS = 20_000;
  private static final Mass LEAK = Mass.ofMicrograms(100_000);

  /** So far below zero the cup is not on the scale; it may be put back. */
  private static final Mass CUP_GONE = Mass.ofMicrograms(-500_000);

  private final CupScale scale;
  private final Timers timers;
  private final Executor queue;
  private final Consumer<Report<Mass>> reply;
  private long startNanos;
  private Optional<Mass> first = Optional.empty();
  private Optional<Mass> stable = Optional.empty();
  private long stableAtMillis;

  CupSettling(CupScale scale, Timers timers, Executor queue, Consumer<Report<Mass>> reply) {
    this.scale = scale;
    this.timers = timers;
    this.queue = queue;
    this.reply = reply;
  }

  void begin() {
    scale.withTare(reply, this::drip);
  }

  private void drip() {
    timers.after(
        DRIP,
        Pace.PHYSICS,
        () ->
            queue.execute(
                () -> {
                  startNanos = timers.nanos();
                  read();
                }));
  }

  private void read() {
    scale.read(
        answer -> {
          long millis = timers.physicsMillisSince(startNanos);
          switch (answer) {
            case Answer.Ok<ScaleReading>(ScaleReading r) ->
                scale.withTare(reply, () -> weighed(r, millis));
            case Answer.Failed<ScaleReading>(Fault fault) ->
                reply.accept(Faults.trouble(scale.name(), fault));
          }
        });
  }

  private void weighed(ScaleReading reading, long millis) {
    if (reading.net().isLessThan(CUP_GONE)) {
      gone(millis);
      return;
    }
    first = Optional.of(first.orElse(reading.net()));
    if (reading.stable() && sameAsBefore(reading.net(), millis)) {
      reply.accept(Report.ok(reading.net()));
      return;
    }
    if (millis > LEAK_MILLIS && reading.net().minus(first.orElseThrow()).isMoreThan(LEAK)) {
      reply.accept(
          Report.trouble(
              "leak",
              "The weight keeps rising although the pump stands: water or a leak?",
              "close the line and look at the tube"));
      return;
    }
    if (millis > GIVE_UP_MILLIS) {
      reply.accept(Faults.trouble(scale.name(), new Fault.NotStable("S")));
      return;
    }
    again();
  }

  private void gone(long millis) {
    stable = Optional.empty();
    if (millis > GIVE_UP_MILLIS) {
      reply.accept(Faults.trouble(scale.name(), new Fault.Underload("S")));
    } else {
      again();
    }
  }

  private void again() {
    timers.after(REREAD, Pace.PHYSICS, () -> queue.execute(this::read));
  }

  private boolean sameAsBefore(Mass net, long millis) {
    boolean same =
        stable.map(s -> !s.minus(net).magnitude().isMoreThan(scale.resolution())).orElse(false);
    if (same) {
      return millis - stableAtMillis >= APART_MILLIS;
    }
    stable = Optional.of(net);
    stableAtMillis = millis;
    return false;
  }
}

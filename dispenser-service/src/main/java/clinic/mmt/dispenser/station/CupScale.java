package clinic.mmt.dispenser.station;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Scale;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.dispenser.app.Timers;
import clinic.mmt.dispenser.app.Timers.Pace;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The scale under the cup: an empty, fresh cup is tared; a stable weight is waited for. */
final class CupScale {

  private static final Mass ZERO_SHIFT_MOST = Mass.ofMicrograms(500_000);
  private static final Duration IDLE = Duration.ofMillis(400);
  private static final Duration REREAD = Duration.ofMillis(150);
  private static final int REREADS = 20;

  /** An empty pan is believed when so many looks in a row found it at rest. */
  private static final int EMPTY_LOOKS = 2;

  private final Scale scale;
  private final Supplier<Profile> profile;
  private final Timers timers;
  private final Executor queue;
  private boolean used = true;
  private boolean idle = true;
  private Mass tare = Mass.ZERO;

  /** The scale holds the tare of a cup. */
  private boolean cupTared;

  private Consumer<Boolean> cupListener = stands -> {};
  private int emptyLooks;
  private boolean gone;

  /** After a start of the service the scale may still hold a tare that nobody knows. */
  private boolean tareKnown;

  /** One search for a cup; one that was given up does not tare any more. */
  private long search;

  CupScale(Scale scale, Supplier<Profile> profile, Timers timers, Executor queue) {
    this.scale = scale;
    this.profile = profile;
    this.timers = timers;
    this.queue = queue;
  }

  /** Starts looking, whenever nothing else is asked, whether the old cup was lifted. */
  void start() {
    timers.after(IDLE, Pace.PHYSICS, () -> queue.execute(this::look));
  }

  private void look() {
    if (!idle) {
      start();
      return;
    }
    if (!tareKnown) {
      scale.readTare(answer -> queue.execute(() -> tareFound(answer)));
      return;
    }
    read(
        answer -> {
          if (idle) {
            lifted(answer);
          }
          start();
        });
  }

  /** After a start the scale is asked what it holds, so that an empty pan is known as one. */
  private void tareFound(Answer<Mass> answer) {
    if (idle && !tareKnown && answer instanceof Answer.Ok<Mass>(Mass held)) {
      remember(held);
    }
    start();
  }

  private void remember(Mass held) {
    tare = held;
    tareKnown = true;
    cupTared =
        !held.isLessThan(profile.get().cup().lightest())
            && !held.isMoreThan(profile.get().cup().heaviest());
  }

  /** Sets who hears that the tared cup is gone from the scale, or that a cup is back. */
  void onCup(Consumer<Boolean> listener) {
    cupListener = listener;
  }

  /**
   * A hand on the pan or a lifted pan is no empty one; a cup that comes back at once is told not.
   */
  private void tellCup(ScaleReading reading, Mass gross) {
    boolean empty = cupTared && reading.stable() && !gross.magnitude().isMoreThan(ZERO_SHIFT_MOST);
    emptyLooks = empty ? emptyLooks + 1 : 0;
    if (emptyLooks >= EMPTY_LOOKS && !gone) {
      gone = true;
      cupListener.accept(false);
    } else if (gone && !gross.isLessThan(profile.get().cup().lightest())) {
      gone = false;
      cupListener.accept(true);
    }
  }

  private void lifted(Answer<ScaleReading> answer) {
    switch (answer) {
      case Answer.Ok<ScaleReading>(ScaleReading r) -> {
        tellCup(r, r.net().plus(tare));
        Mass gross = r.net().plus(tare);
        if (tareKnown && gross.isLessThan(profile.get().cup().lightest())) {
          used = false;
        }
      }
      case Answer.Failed<ScaleReading>(Fault.Underload f) -> {
        used = false;
        emptyLooks = 0;
      }
      case Answer.Failed<ScaleReading> f -> emptyLooks = 0;
    }
  }

  /** Somebody else reads the scale now. */
  void busy() {
    idle = false;
    emptyLooks = 0;
  }

  /** Liquid is about to flow into this cup: from now on it is no fresh one. */
  void pouring() {
    search++;
    used = true;
    idle = false;
  }

  /** The scale was away: whatever it weighs now, the tare of this cup is gone. */
  void lost() {
    tareKnown = false;
    cupTared = false;
  }

  /**
   * Goes on when net weights mean something: the scale holds the tare of a cup. After the scale was
   * away, or the service itself, the scale is asked; one that was without power holds none.
   */
  void withTare(Consumer<Report<Mass>> otherwise, Runnable then) {
    if (cupTared) {
      then.run();
      return;
    }
    scale.readTare(answer -> queue.execute(() -> tareTold(answer, otherwise, then)));
  }

  private void tareTold(Answer<Mass> answer, Consumer<Report<Mass>> otherwise, Runnable then) {
    if (answer instanceof Answer.Ok<Mass>(Mass held)) {
      remember(held);
    }
    if (cupTared) {
      then.run();
      return;
    }
    otherwise.accept(
        Report.trouble(
            "tare-lost",
            scale.name() + " was away or without power: the cup's tare is lost.",
            "its weight is no witness for this cup; discard it, or decide with two persons"));
  }

  /** Nothing is being prepared or poured. */
  void rest() {
    idle = true;
    search++;
  }

  void read(Consumer<Answer<ScaleReading>> reply) {
    scale.read(answer -> queue.execute(() -> reply.accept(answer)));
  }

  /** The same, answered on the device's thread at once, so that its time can be told. */
  void readNow(Consumer<Answer<ScaleReading>> reply) {
    scale.read(reply);
  }

  /** Finds an empty, fresh cup and tares it; the answer is the tare. */
  void tareCup(StatusBoard board, Consumer<Report<TaredCup>> reply) {
    long mine = ++search;
    scale.identify(
        answer ->
            queue.execute(
                () -> {
                  switch (answer) {
                    case Answer.Ok<DeviceIdentity>(DeviceIdentity id) -> {
                      switch (board.same(scale.name(), id)) {
                        case Report.Ok<DeviceIdentity> ok -> clear(new Search(id, mine), reply);
                        case Report.Trouble<DeviceIdentity> t ->
                            reply.accept(Report.trouble(t.code(), t.text(), t.wayOn()));
                      }
                    }
                    case Answer.Failed<DeviceIdentity>(Fault fault) ->
                        reply.accept(Faults.trouble(scale.name(), fault));
                  }
                }));
  }

  /**
   * A tared cup.
   *
   * @param scale who weighed it
   * @param tare the cup
   */
  record TaredCup(String scale, Mass tare) {}

  private record Search(DeviceIdentity id, long number) {}

  /** Whether the search was given up; it is answered then. */
  private boolean over(Search mine, Consumer<Report<TaredCup>> reply) {
    if (mine.number() == search) {
      return false;
    }
    reply.accept(Faults.trouble(scale.name(), new Fault.CancelledByStop("tare")));
    return true;
  }

  private void clear(Search mine, Consumer<Report<TaredCup>> reply) {
    if (over(mine, reply)) {
      return;
    }
    scale.clearTare(
        answer ->
            queue.execute(
                () -> {
                  switch (answer) {
                    case Answer.Ok<Void> ok -> {
                      tare = Mass.ZERO;
                      cupTared = false;
                      tareKnown = true;
                      gross(mine, REREADS, reply);
                    }
                    case Answer.Failed<Void>(Fault fault) ->
                        reply.accept(Faults.trouble(scale.name(), fault));
                  }
                }));
  }

  private void gross(Search mine, int left, Consumer<Report<TaredCup>> reply) {
    read(
        answer -> {
          switch (answer) {
            case Answer.Failed<ScaleReading>(Fault.Underload f) -> {
              used = false;
              reply.accept(Faults.trouble(scale.name(), f));
            }
            case Answer.Failed<ScaleReading>(Fault fault) ->
                reply.accept(Faults.trouble(scale.name(), fault));
            case Answer.Ok<ScaleReading>(ScaleReading r) when !r.stable() -> {
              if (left == 0) {
                reply.accept(Faults.trouble(scale.name(), new Fault.NotStable("tare")));
              } else {
                later(() -> gross(mine, left - 1, reply));
              }
            }
            case Answer.Ok<ScaleReading>(ScaleReading r) -> judge(mine, r.net(), reply);
          }
        });
  }

  private void judge(Search mine, Mass gross, Consumer<Report<TaredCup>> reply) {
    if (over(mine, reply)) {
      return;
    }
    if (gross.isLessThan(profile.get().cup().lightest())) {
      used = false;
      emptyPan(gross, reply);
      return;
    }
    if (gross.isMoreThan(profile.get().cup().heaviest())) {
      reply.accept(
          Report.trouble(
              "cup-too-heavy",
              "What stands on the scale is too heavy for an empty cup.",
              "put a clean, empty cup on the scale"));
      return;
    }
    if (used) {
      reply.accept(
          Report.trouble(
              "cup-used",
              "The cup on the scale is the one of the last dose.",
              "take it off and put a fresh cup on; if nothing stands there, zero the scale"));
      return;
    }
    scale.tare(answer -> queue.execute(() -> tared(mine.id(), answer, reply)));
  }

  private void emptyPan(Mass gross, Consumer<Report<TaredCup>> reply) {
    if (gross.magnitude().isMoreThan(ZERO_SHIFT_MOST)) {
      reply.accept(
          Report.trouble(
              "zero-shift",
              "The empty scale does not show zero.",
              "clean the pan, then zero the scale and check it with the reference weight"));
      return;
    }
    Report<TaredCup> missing =
        Report.trouble(
            "cup-missing", "No cup stands on the scale.", "put an empty cup on the scale");
    if (gross.magnitude().isMoreThan(scale.resolution())) {
      scale.zero(answer -> queue.execute(() -> reply.accept(missing)));
    } else {
      reply.accept(missing);
    }
  }

  private void tared(
      DeviceIdentity id, Answer<ScaleReading> answer, Consumer<Report<TaredCup>> reply) {
    switch (answer) {
      case Answer.Ok<ScaleReading>(ScaleReading r) -> {
        tare = r.net();
        tareKnown = true;
        cupTared = true;
        gone = false;
        reply.accept(Report.ok(new TaredCup(id.text(), r.net())));
      }
      case Answer.Failed<ScaleReading>(Fault fault) ->
          reply.accept(Faults.trouble(scale.name(), fault));
    }
  }

  /** The tared cup still stands there and the scale shows zero. */
  void recheck(Consumer<Report<Mass>> reply) {
    withTare(reply, () -> recheck(REREADS, reply));
  }

  private void recheck(int left, Consumer<Report<Mass>> reply) {
    read(
        answer -> {
          switch (answer) {
            case Answer.Failed<ScaleReading>(Fault fault) ->
                reply.accept(Faults.trouble(scale.name(), fault));
            case Answer.Ok<ScaleReading>(ScaleReading r) -> {
              Mass slack = new Mass(5 * scale.resolution().micrograms());
              if (r.net().minus(slack.negated()).isLessThan(Mass.ZERO)) {
                reply.accept(
                    Report.trouble(
                        "cup-missing", "The cup was lifted.", "put an empty cup on the scale"));
              } else if (r.stable() && !r.net().isMoreThan(slack)) {
                reply.accept(Report.ok(r.net()));
              } else {
                again(r, left, reply);
              }
            }
          }
        });
  }

  private void again(ScaleReading reading, int left, Consumer<Report<Mass>> reply) {
    if (left > 0) {
      later(() -> recheck(left - 1, reply));
    } else if (reading.stable()) {
      reply.accept(
          Report.trouble(
              "cup-not-empty",
              "The scale does not show zero under the cup.",
              "put a clean, empty cup on the scale"));
    } else {
      reply.accept(Faults.trouble(scale.name(), new Fault.NotStable("S")));
    }
  }

  private void later(Runnable task) {
    timers.after(REREAD, Pace.PHYSICS, () -> queue.execute(task));
  }

  Mass resolution() {
    return scale.resolution();
  }

  String name() {
    return scale.name();
  }
}

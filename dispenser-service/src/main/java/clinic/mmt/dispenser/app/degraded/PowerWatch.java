package clinic.mmt.dispenser.app.degraded;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.Timers.Pace;
import clinic.mmt.dispenser.app.degraded.PowerSeen.Papers;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Power;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Asks the UPS again and again. The moment the battery carries the clinic, the list of who
 * was dosed today and the downtime sheets are saved, and once more after each change of the book;
 * on too little battery no new pour begins. A UPS that is not there stops nothing.
 */
public final class PowerWatch {

  private static final Duration EVERY = Duration.ofSeconds(5);

  /** A battery that was told is believed for so long after the UPS fell silent. */
  private static final Duration BELIEVED = Duration.ofSeconds(30);

  /** The UPS, as the clinic asks it. */
  public interface Ups {
    /** Answers exactly once, on whatever thread, within seconds: {@code Unknown} at worst. */
    void ask(Consumer<Power> reply);
  }

  /** The papers with which the clinic goes on in the dark. */
  public interface Copies {
    /** Writes them durably, the list of who was dosed first; answers where, or empty: it failed. */
    void save(Consumer<Optional<String>> place);

    /** Takes them away: with the power back the book knows more than they do. */
    void remove();
  }

  private final House house;
  private final Ups ups;
  private final Copies copies;
  private final Executor queue;
  private final Consumer<PowerSeen> listener;

  private Optional<Power> power = Optional.empty();
  private Papers papers = new Papers.None();
  private long told;
  private long written = -1;
  private boolean writing;

  /**
   * Of one clinic.
   *
   * @param queue runs one task at a time, in order
   * @param listener is told of each change, on the queue
   */
  public PowerWatch(
      House house, Ups ups, Copies copies, Executor queue, Consumer<PowerSeen> listener) {
    this.house = house;
    this.ups = ups;
    this.copies = copies;
    this.queue = queue;
    this.listener = listener;
  }

  /** Asks now, and every few seconds from then on. */
  public void begin() {
    ups.ask(answer -> queue.execute(() -> answered(answer)));
  }

  private void answered(Power answer) {
    boolean silent = answer instanceof Power.Unknown;
    Power now = silent ? power.filter(this::stillBelieved).orElse(answer) : answer;
    told = silent ? told : house.timers().nanos();
    boolean other = !power.equals(Optional.of(now));
    power = Optional.of(now);
    switch (now) {
      case Power.OnBattery battery -> save();
      case Power.Mains mains when other -> remove();
      case Power.Mains mains -> {}
      case Power.Unknown unknown -> {}
    }
    if (other) {
      tell();
    }
    house.timers().after(EVERY, Pace.REAL, this::begin);
  }

  private boolean stillBelieved(Power before) {
    return before instanceof Power.OnBattery && house.timers().nanos() - told < BELIEVED.toNanos();
  }

  /** What the book got since is on no paper yet. */
  private void save() {
    long head = house.journal().head();
    if (!writing && head != written) {
      writing = true;
      copies.save(place -> queue.execute(() -> saved(head, place)));
    }
  }

  private void saved(long head, Optional<String> place) {
    writing = false;
    if (power.map(now -> now instanceof Power.Mains).orElse(false)) {
      remove();
      return;
    }
    Papers before = papers;
    written = place.isPresent() ? head : -1;
    papers = place.<Papers>map(Papers.At::new).orElseGet(Papers.Failed::new);
    if (!papers.equals(before)) {
      tell();
    }
  }

  private void remove() {
    copies.remove();
    papers = new Papers.None();
    written = -1;
  }

  private void tell() {
    Power now = power.orElseThrow();
    listener.accept(new PowerSeen(now, papers, refusal(now)));
  }

  private Optional<Refusal> refusal(Power now) {
    Duration floor = house.profile().degraded().batteryFloor();
    return switch (now) {
      case Power.OnBattery battery when !battery.newPoursBegin(floor) ->
          Optional.of(Limits.batteryLow(battery, floor));
      case Power.OnBattery battery -> Optional.empty();
      case Power.Mains mains -> Optional.empty();
      case Power.Unknown unknown -> Optional.empty();
    };
  }
}

package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.dispense.LiveCheck.Verdict.GoOn;
import clinic.mmt.dispenser.domain.dispense.LiveCheck.Verdict.Stop;
import clinic.mmt.dispenser.domain.dispense.LiveSample.NoWeight;
import clinic.mmt.dispenser.domain.dispense.LiveSample.Pumped;
import clinic.mmt.dispenser.domain.dispense.LiveSample.Weighed;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches one pour: pump volume and weight must rise together. Pure; each sample gives a new check.
 * Two answers are only held against each other where one is certainly the earlier.
 *
 * @param limits when to stop
 * @param pump the pump's latest answers, oldest first
 * @param scale the scale's latest weights, oldest first
 * @param missed how often in a row the scale gave no weight
 * @param off whether the cup or the pan was seen lifted
 */
public record LiveCheck(
    Limits limits, List<Pumped> pump, List<Weighed> scale, int missed, boolean off) {

  /** Milliseconds of physics that a rise is judged over (pump and scale sheet: 1 s). */
  static final long WINDOW_MILLIS = 1000;

  /** A scale shows a change of load this much later, milliseconds of physics. */
  static final long SCALE_LAG_MILLIS = 500;

  /** Answers older than this are forgotten, milliseconds of physics. */
  private static final long KEPT_MILLIS = 8000;

  /** Weights missed in a row before the scale counts as silent. */
  private static final int MISSED_MOST = 5;

  /** Pumped in a window before air can be told from noise. */
  private static final Volume ENOUGH = Volume.ofMicrolitres(500);

  /**
   * Pumped since the start before nothing at all in the cup means that it flows elsewhere (H88):
   * three times the drop that may hang at the spout.
   */
  private static final Volume FIRST = Volume.ofMicrolitres(150);

  /**
   * A scale shows some of a change this much later: nothing at all is told sooner than how much.
   */
  private static final long FIRST_LAG_MILLIS = 400;

  /** A fall of weight that means the cup is off. */
  private static final Mass CUP_OFF = Mass.ofMicrograms(-500_000);

  /** Copies the lists. */
  public LiveCheck {
    pump = List.copyOf(pump);
    scale = List.copyOf(scale);
  }

  /**
   * When to stop.
   *
   * @param commanded volume of this intent
   * @param netBefore net weight before the start
   * @param density of the liquid, the middle of the gross gate when it is unknown
   * @param over how far above the command is too far
   * @param deadlineMillis physics time after which the pump should long stand
   */
  public record Limits(
      Volume commanded, Mass netBefore, Density density, Volume over, long deadlineMillis) {}

  /** What the answers mean. */
  public sealed interface Verdict {
    /** Nothing wrong. */
    record GoOn() implements Verdict {}

    /** Stop the pump, for this cause. */
    record Stop(Cause cause) implements Verdict {}
  }

  /** Why a live check stops a pour. */
  public enum Cause {
    /** The pump counts and the scale does not follow: air, empty bottle, loose or crossed tube. */
    NO_WEIGHT_GAIN,
    /** The cup or the pan was lifted. */
    CUP_REMOVED,
    /** More than commanded, by pump or scale. */
    OVERSHOOT,
    /** The pump says it runs and its counter stands still. */
    PUMP_STUCK,
    /** The scale gives no weight. */
    SCALE_SILENT,
    /** The scale rises faster than the pump counts: something else flows into the cup. */
    UNEXPLAINED_GAIN,
    /** The pump should long stand. */
    TOO_LONG
  }

  /** A check that has seen nothing yet. */
  public static LiveCheck of(Limits limits) {
    return new LiveCheck(limits, List.of(), List.of(), 0, false);
  }

  /** The check after one more answer. */
  public LiveCheck after(LiveSample sample) {
    return switch (sample) {
      case Pumped p -> new LiveCheck(limits, kept(pump, p), scale, missed, off);
      case Weighed w -> new LiveCheck(limits, pump, kept(scale, w), 0, off || fell(w));
      case NoWeight n -> new LiveCheck(limits, pump, scale, missed + 1, off || n.underload());
    };
  }

  private static <T extends LiveSample> List<T> kept(List<T> before, T sample) {
    List<T> list = new ArrayList<>(before.size() + 1);
    for (T earlier : before) {
      if (earlier.heardMillis() >= sample.heardMillis() - KEPT_MILLIS) {
        list.add(earlier);
      }
    }
    list.add(sample);
    return list;
  }

  private boolean fell(Weighed w) {
    return w.net().minus(limits.netBefore()).isLessThan(CUP_OFF);
  }

  /** What all answers so far mean. */
  public Verdict verdict() {
    return cause().<Verdict>map(Stop::new).orElseGet(GoOn::new);
  }

  private Optional<Cause> cause() {
    if (off) {
      return Optional.of(Cause.CUP_REMOVED);
    }
    if (over()) {
      return Optional.of(Cause.OVERSHOOT);
    }
    if (late()) {
      return Optional.of(Cause.TOO_LONG);
    }
    if (missed >= MISSED_MOST) {
      return Optional.of(Cause.SCALE_SILENT);
    }
    if (stuck()) {
      return Optional.of(Cause.PUMP_STUCK);
    }
    if (noGain()) {
      return Optional.of(Cause.NO_WEIGHT_GAIN);
    }
    return unexplained() ? Optional.of(Cause.UNEXPLAINED_GAIN) : Optional.empty();
  }

  private Volume gained(Mass from, Mass to) {
    return limits.density().volumeOf(to.minus(from));
  }

  private boolean over() {
    Volume most = limits.commanded().plus(limits.over());
    return (!pump.isEmpty() && pump.getLast().volume().isMoreThan(most))
        || (!scale.isEmpty() && gained(limits.netBefore(), scale.getLast().net()).isMoreThan(most));
  }

  private boolean late() {
    return !pump.isEmpty() && pump.getLast().askedMillis() > limits.deadlineMillis();
  }

  /** The counter stood still for a window although the pump says it runs. */
  private boolean stuck() {
    if (pump.isEmpty() || !pump.getLast().volume().isLessThan(limits.commanded())) {
      return false;
    }
    Pumped now = pump.getLast();
    return lastHeardBy(pump, now.askedMillis() - WINDOW_MILLIS)
        .map(p -> !now.volume().isMoreThan(p.volume()))
        .orElse(false);
  }

  /**
   * Certainly pumped between two weights, and the scale shows less than half of it. A slow pump
   * needs more than one window before that can be told from noise.
   */
  private boolean noGain() {
    if (scale.isEmpty()) {
      return false;
    }
    Weighed now = scale.getLast();
    if (nothingCame(now)) {
      return true;
    }
    for (int i = scale.size() - 1; i >= 0; i--) {
      Weighed then = scale.get(i);
      if (then.heardMillis() <= now.askedMillis() - WINDOW_MILLIS) {
        Volume pumped = pumpedBetween(then, now);
        if (!pumped.isLessThan(ENOUGH)) {
          return gained(then.net(), now.net()).isLessThan(pumped.permille(500));
        }
      }
    }
    return false;
  }

  /** Since the start less than a quarter of what was certainly pumped is in the cup. */
  private boolean nothingCame(Weighed now) {
    Volume pumped =
        lastHeardBy(pump, now.askedMillis() - FIRST_LAG_MILLIS)
            .map(Pumped::volume)
            .orElse(Volume.ZERO);
    return !pumped.isLessThan(FIRST)
        && gained(limits.netBefore(), now.net()).isLessThan(pumped.permille(250));
  }

  /** What the pump counted after the first weight and long enough before the second. */
  private Volume pumpedBetween(Weighed then, Weighed now) {
    Optional<Pumped> last = lastHeardBy(pump, now.askedMillis() - SCALE_LAG_MILLIS);
    for (Pumped first : pump) {
      if (first.askedMillis() >= then.heardMillis()) {
        return last.map(l -> l.volume().minus(first.volume())).orElse(Volume.ZERO);
      }
    }
    return Volume.ZERO;
  }

  /** The scale shows more than twice what can have been pumped between two weights. */
  private boolean unexplained() {
    if (pump.isEmpty()) {
      return false;
    }
    Pumped last = pump.getLast();
    Optional<Weighed> now = lastHeardBy(scale, last.askedMillis());
    Optional<Weighed> then = now.flatMap(n -> lastHeardBy(scale, n.askedMillis() - WINDOW_MILLIS));
    Optional<Pumped> first =
        then.flatMap(t -> lastHeardBy(pump, t.askedMillis() - 2 * SCALE_LAG_MILLIS));
    if (first.isEmpty()) {
      return false;
    }
    Volume most = last.volume().minus(first.get().volume()).permille(2000).plus(ENOUGH);
    return gained(then.orElseThrow().net(), now.orElseThrow().net()).isMoreThan(most);
  }

  /** The latest answer that was there by then; answers are kept in the order they were heard. */
  private static <T extends LiveSample> Optional<T> lastHeardBy(List<T> samples, long millis) {
    for (int i = samples.size() - 1; i >= 0; i--) {
      if (samples.get(i).heardMillis() <= millis) {
        return Optional.of(samples.get(i));
      }
    }
    return Optional.empty();
  }
}

package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.dispenser.domain.dispense.LiveCheck.Verdict.GoOn;
import clinic.mmt.dispenser.domain.dispense.LiveCheck.Verdict.Stop;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches one pour: pump volume and weight must rise together. Pure; each sample gives a new check.
 *
 * @param limits when to stop
 * @param samples the samples of the last window, oldest first
 */
public record LiveCheck(Limits limits, List<LiveSample> samples) {

  /** Milliseconds of physics that a rise is judged over (pump and scale sheet: 1 s). */
  static final long WINDOW_MILLIS = 1000;

  /** Pumped in a window before air can be told from noise. */
  private static final Volume ENOUGH = Volume.ofMicrolitres(500);

  /** A fall of weight that means the cup is off. */
  private static final Mass CUP_OFF = Mass.ofMicrograms(-500_000);

  /** Copies the list. */
  public LiveCheck {
    samples = List.copyOf(samples);
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

  /** What a sample means. */
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
    return new LiveCheck(limits, List.of());
  }

  /** The check after one more sample. */
  public LiveCheck after(LiveSample sample) {
    List<LiveSample> kept = new ArrayList<>(samples);
    kept.add(sample);
    while (kept.size() > 2
        && kept.get(1).physicsMillis() <= sample.physicsMillis() - WINDOW_MILLIS) {
      kept.removeFirst();
    }
    return new LiveCheck(limits, kept);
  }

  /** What the latest sample means together with the window before it. */
  public Verdict verdict() {
    LiveSample now = samples.getLast();
    if (now.underload() || (now.weighed() && fell(now))) {
      return new Stop(Cause.CUP_REMOVED);
    }
    if (over(now)) {
      return new Stop(Cause.OVERSHOOT);
    }
    if (now.physicsMillis() > limits.deadlineMillis()) {
      return new Stop(Cause.TOO_LONG);
    }
    return overWindow(now);
  }

  private boolean fell(LiveSample now) {
    return now.net().minus(limits.netBefore()).isLessThan(CUP_OFF);
  }

  private boolean over(LiveSample now) {
    Volume most = limits.commanded().plus(limits.over());
    Volume gained = limits.density().volumeOf(now.net().minus(limits.netBefore()));
    return now.pumped().isMoreThan(most) || (now.weighed() && gained.isMoreThan(most));
  }

  private Verdict overWindow(LiveSample now) {
    LiveSample then = samples.getFirst();
    if (now.physicsMillis() - then.physicsMillis() < WINDOW_MILLIS) {
      return new GoOn();
    }
    if (samples.stream().skip(1).noneMatch(LiveSample::weighed)) {
      return new Stop(Cause.SCALE_SILENT);
    }
    Volume pumped = now.pumped().minus(then.pumped());
    if (pumped.microlitres() <= 0) {
      return now.pumped().isLessThan(limits.commanded()) ? new Stop(Cause.PUMP_STUCK) : new GoOn();
    }
    if (!now.weighed() || !then.weighed() || pumped.isLessThan(ENOUGH)) {
      return new GoOn();
    }
    Volume gained = limits.density().volumeOf(now.net().minus(then.net()));
    if (gained.isLessThan(pumped.permille(500))) {
      return new Stop(Cause.NO_WEIGHT_GAIN);
    }
    return gained.isMoreThan(pumped.permille(2000).plus(ENOUGH))
        ? new Stop(Cause.UNEXPLAINED_GAIN)
        : new GoOn();
  }
}

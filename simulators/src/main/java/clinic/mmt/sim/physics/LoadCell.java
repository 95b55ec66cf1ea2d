package clinic.mmt.sim.physics;

import clinic.mmt.sim.core.Mass;
import java.util.SplittableRandom;

/** What the scale's cell feels: follows the load with a lag, with a little noise. */
public final class LoadCell {

  private static final double LAG_SECONDS = 0.12;
  private static final double NOISE_SECONDS = 0.5;
  private static final double NOISE_DIGITS = 0.12;
  private static final double HOLD_DIGITS = 0.75;
  private static final double STABLE_WITHIN_DIGITS = 1.0;
  private static final double STABLE_AFTER_SECONDS = 0.8;

  private final SplittableRandom random;
  private final double digitMicrograms;
  private double felt;
  private double noise;
  private double anchor;
  private double shown;
  private double quietSeconds = STABLE_AFTER_SECONDS;

  /** A cell of the given display digit. */
  public LoadCell(Mass digit, long seed) {
    this.random = new SplittableRandom(seed);
    this.digitMicrograms = (double) digit.micrograms();
  }

  /** Lets time pass under a load. */
  public void advance(long nanos, Mass load) {
    double seconds = nanos / 1e9;
    double onPan = (double) load.micrograms();
    felt = onPan + (felt - onPan) * Math.exp(-seconds / LAG_SECONDS);
    double keep = Math.exp(-seconds / NOISE_SECONDS);
    noise =
        noise * keep
            + random.nextGaussian() * NOISE_DIGITS * digitMicrograms * Math.sqrt(1 - keep * keep);
    if (Math.abs(felt - anchor) > STABLE_WITHIN_DIGITS * digitMicrograms) {
      anchor = felt;
      quietSeconds = 0;
    } else {
      quietSeconds += seconds;
    }
    double now = felt + noise;
    if (!isStable() || Math.abs(now - shown) > HOLD_DIGITS * digitMicrograms) {
      shown = now;
    }
  }

  /** What is felt; at rest it is held, so that the last digit does not flicker. */
  public Mass reading() {
    return new Mass(Math.round(shown));
  }

  /** Whether the load has been quiet for about 0.8 s. */
  public boolean isStable() {
    return quietSeconds >= STABLE_AFTER_SECONDS;
  }
}

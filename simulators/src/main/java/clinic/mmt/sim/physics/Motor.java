package clinic.mmt.sim.physics;

import clinic.mmt.sim.core.Volume;

/** A pump's motor: speed rises and falls in a ramp, and it stops on the ordered volume. */
public final class Motor {

  /** From standstill to the ordered rate. */
  private static final double RAMP_UP_SECONDS = 0.12;

  /** From the ordered rate to standstill. */
  private static final double RAMP_DOWN_SECONDS = 0.03;

  private static final double LEAST_SPEED_SHARE = 0.05;

  private double speed;
  private double fullSpeed;
  private double rest;

  /**
   * Turns for a while towards the ordered rate.
   *
   * @param picolitresPerSecond ordered rate; 0 = ramp down
   * @param left how much may still be turned
   * @return what was turned
   */
  public Volume turn(long nanos, long picolitresPerSecond, Volume left) {
    double seconds = nanos / 1e9;
    double ordered = (double) picolitresPerSecond;
    fullSpeed = ordered > 0 ? ordered : fullSpeed;
    double before = speed;
    speed =
        before < ordered
            ? Math.min(ordered, before + fullSpeed * seconds / RAMP_UP_SECONDS)
            : Math.max(ordered, before - fullSpeed * seconds / RAMP_DOWN_SECONDS);
    double floor = ordered * LEAST_SPEED_SHARE;
    double mean = Math.max(floor, (before + speed) / 2);
    double exact = mean * seconds + rest;
    long whole = Math.min((long) Math.floor(exact), left.picolitres());
    rest = whole == left.picolitres() ? 0 : exact - whole;
    return new Volume(whole);
  }

  /** Stands still at once. */
  public void halt() {
    speed = 0;
    rest = 0;
  }

  /** Whether it still turns. */
  public boolean isTurning() {
    return speed > 0;
  }
}

package clinic.mmt.sim.physics;

import java.util.SplittableRandom;

/** Turns of the pump into liquid: an accuracy that stays, and a little noise from shot to shot. */
final class PumpHead {

  /** The head moves within this much of what it counts. */
  private static final double ACCURACY_SPAN = 0.003;

  private static final double SHOT_NOISE = 0.0003;

  private final SplittableRandom random;
  private final double accuracy;
  private double shot = 1;
  private double rest;

  PumpHead(SplittableRandom random) {
    this.random = random;
    this.accuracy = 1 + random.nextDouble(-ACCURACY_SPAN, ACCURACY_SPAN);
  }

  void beginShot() {
    shot = 1 + Math.clamp(random.nextGaussian() * SHOT_NOISE, -3 * SHOT_NOISE, 3 * SHOT_NOISE);
  }

  /** What truly moves while the pump counts so much. */
  long moved(long countedPicolitres) {
    double exact = countedPicolitres * accuracy * shot + rest;
    long whole = (long) Math.floor(exact);
    rest = exact - whole;
    return whole;
  }
}

package clinic.mmt.sim.bench;

/**
 * How much faster than real the physics and the devices' work go; protocol time-outs do not.
 *
 * @param permille 1000 = real time
 */
public record Speed(long permille) {

  /** Real time. */
  public static final Speed REAL = new Speed(1000);

  /** Slowest and fastest that make sense. */
  public static final long LEAST_PERMILLE = 10;

  /** A thousand times. */
  public static final long MOST_PERMILLE = 1_000_000;

  private static final long PERMILLE = 1000;

  /** Refuses what makes no sense. */
  public Speed {
    if (permille < LEAST_PERMILLE || permille > MOST_PERMILLE) {
      throw new IllegalArgumentException("speed must be 0.01 to 1000");
    }
  }

  long simulated(long realNanos) {
    return Math.multiplyExact(realNanos, permille) / PERMILLE;
  }
}

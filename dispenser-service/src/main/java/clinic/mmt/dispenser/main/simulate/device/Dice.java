package clinic.mmt.dispenser.main.simulate.device;

import java.util.SplittableRandom;

/** All chance of a simulation comes from seeds; streams of different things are independent. */
public final class Dice {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The stream of one thing: the same numbers always give the same stream. */
  public static Dice of(long seed, long... what) {
    long mixed = seed;
    for (long w : what) {
      mixed = (mixed ^ (w + MIX)) * 0xBF58476D1CE4E5B9L;
      mixed ^= mixed >>> 31;
    }
    return new Dice(mixed);
  }

  /** From {@code from} to {@code to}, both possible. */
  public int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  /** True {@code permille} times in a thousand. */
  public boolean permille(int permille) {
    return random.nextInt(1000) < permille;
  }

  /** 64 bits. */
  public long bits() {
    return random.nextLong();
  }
}

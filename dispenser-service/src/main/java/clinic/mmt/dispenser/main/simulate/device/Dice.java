package clinic.mmt.dispenser.main.simulate.device;

import java.util.SplittableRandom;

/** All chance of a simulation comes from seeds; streams of different things are independent. */
public final class Dice {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** Odd, so that what was mixed before counts in its order. */
  private static final long CHAIN = 0xD1342543DE82EF95L;

  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The stream of one thing: the same numbers always give the same stream. */
  public static Dice of(long seed, long... what) {
    long mixed = hash(seed);
    for (long w : what) {
      mixed = hash(mixed * CHAIN + hash(w));
    }
    return new Dice(mixed);
  }

  /** Seeds and numbers lie close together; their hashes do not (the finalizer of SplitMix64). */
  private static long hash(long number) {
    long z = number + MIX;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
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

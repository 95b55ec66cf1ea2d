package clinic.mmt.sim.core;

/**
 * A mass.
 *
 * @param micrograms 1 g = 1 000 000 micrograms
 */
public record Mass(long micrograms) implements Comparable<Mass> {

  /** Nothing on the pan. */
  public static final Mass ZERO = new Mass(0);

  /** Whole milligrams. */
  public static Mass ofMilligrams(long milligrams) {
    return new Mass(Math.multiplyExact(milligrams, 1000));
  }

  /** The sum. */
  public Mass plus(Mass other) {
    return new Mass(micrograms + other.micrograms);
  }

  /** The difference; may be negative. */
  public Mass minus(Mass other) {
    return new Mass(micrograms - other.micrograms);
  }

  @Override
  public int compareTo(Mass other) {
    return Long.compare(micrograms, other.micrograms);
  }
}

package clinic.mmt.quantity;

/**
 * A mass: of drug in a dose, or of liquid on a scale.
 *
 * @param micrograms the amount in whole micrograms, may be negative where a difference is meant
 */
public record Mass(long micrograms) implements Comparable<Mass> {

  /** Nothing. */
  public static final Mass ZERO = new Mass(0);

  /** {@code micrograms} whole micrograms. */
  public static Mass ofMicrograms(long micrograms) {
    return new Mass(micrograms);
  }

  /** {@code milligrams} whole milligrams. */
  public static Mass ofMilligrams(long milligrams) {
    return new Mass(Math.multiplyExact(milligrams, 1000L));
  }

  /** {@code grams} whole grams. */
  public static Mass ofGrams(long grams) {
    return new Mass(Math.multiplyExact(grams, 1_000_000L));
  }

  /** The sum. Throws {@link ArithmeticException} beyond the range of a long. */
  public Mass plus(Mass other) {
    return new Mass(Math.addExact(micrograms, other.micrograms));
  }

  /** The difference, negative when {@code other} is larger. */
  public Mass minus(Mass other) {
    return new Mass(Math.subtractExact(micrograms, other.micrograms));
  }

  /** The same amount with the other sign. */
  public Mass negated() {
    return new Mass(Math.negateExact(micrograms));
  }

  /** The amount without its sign. */
  public Mass magnitude() {
    return micrograms < 0 ? negated() : this;
  }

  /** The larger of the two. */
  public Mass orMore(Mass other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The smaller of the two. */
  public Mass orLess(Mass other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** {@code permille} thousandths of this amount, rounded half up once. */
  public Mass permille(long permille) {
    return new Mass(Rounding.divide(micrograms, permille, 1000));
  }

  /** Whether this is more than {@code other}. */
  public boolean isMoreThan(Mass other) {
    return compareTo(other) > 0;
  }

  /** Whether this is less than {@code other}. */
  public boolean isLessThan(Mass other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Mass other) {
    return Long.compare(micrograms, other.micrograms);
  }
}

package clinic.mmt.quantity;

/**
 * A volume of liquid. The one volume type of drivers and service.
 *
 * @param microlitres the amount in whole microlitres, may be negative where a difference is meant
 */
public record Volume(long microlitres) implements Comparable<Volume> {

  /** Nothing. */
  public static final Volume ZERO = new Volume(0);

  /** {@code microlitres} whole microlitres. */
  public static Volume ofMicrolitres(long microlitres) {
    return new Volume(microlitres);
  }

  /** {@code millilitres} whole millilitres. */
  public static Volume ofMillilitres(long millilitres) {
    return new Volume(Math.multiplyExact(millilitres, 1000L));
  }

  /** The sum. Throws {@link ArithmeticException} beyond the range of a long. */
  public Volume plus(Volume other) {
    return new Volume(Math.addExact(microlitres, other.microlitres));
  }

  /** The difference, negative when {@code other} is larger. */
  public Volume minus(Volume other) {
    return new Volume(Math.subtractExact(microlitres, other.microlitres));
  }

  /** The same amount with the other sign. */
  public Volume negated() {
    return new Volume(Math.negateExact(microlitres));
  }

  /** The amount without its sign. */
  public Volume magnitude() {
    return microlitres < 0 ? negated() : this;
  }

  /** The larger of the two. */
  public Volume orMore(Volume other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The smaller of the two. */
  public Volume orLess(Volume other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** {@code permille} thousandths of this amount, rounded half up once. */
  public Volume permille(long permille) {
    return new Volume(Rounding.divide(microlitres, permille, 1000));
  }

  /** Whether this is more than {@code other}. */
  public boolean isMoreThan(Volume other) {
    return compareTo(other) > 0;
  }

  /** Whether this is less than {@code other}. */
  public boolean isLessThan(Volume other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Volume other) {
    return Long.compare(microlitres, other.microlitres);
  }
}

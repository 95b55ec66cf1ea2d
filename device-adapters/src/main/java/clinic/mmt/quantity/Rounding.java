package clinic.mmt.quantity;

import java.math.BigInteger;

/** The one rounding of the house: exact product, one division, half away from zero. */
final class Rounding {

  /** Products and divisors below this can be doubled and added without overflow. */
  private static final long ROOM = 1L << 60;

  private Rounding() {}

  /** {@code value * factor / divisor}, exact until the single rounding at the end. */
  static long divide(long value, long factor, long divisor) {
    if (divisor <= 0) {
      throw new ArithmeticException("divisor must be positive: " + divisor);
    }
    long product = value * factor;
    boolean fits = Math.multiplyHigh(value, factor) == product >> 63;
    if (fits && product > -ROOM && product < ROOM && divisor < ROOM) {
      long rounded = (2 * Math.abs(product) + divisor) / (2 * divisor);
      return product < 0 ? -rounded : rounded;
    }
    return divideLarge(value, factor, divisor);
  }

  /** The same where a long could overflow on the way. */
  private static long divideLarge(long value, long factor, long divisor) {
    BigInteger product = BigInteger.valueOf(value).multiply(BigInteger.valueOf(factor));
    BigInteger twice = product.abs().shiftLeft(1).add(BigInteger.valueOf(divisor));
    BigInteger rounded = twice.divide(BigInteger.valueOf(divisor).shiftLeft(1));
    return (product.signum() < 0 ? rounded.negate() : rounded).longValueExact();
  }
}

package clinic.mmt.quantity;

import java.math.BigInteger;

/** The one rounding of the house: exact product, one division, half away from zero. */
final class Rounding {

  private Rounding() {}

  /** {@code value * factor / divisor}, exact until the single rounding at the end. */
  static long divide(long value, long factor, long divisor) {
    if (divisor <= 0) {
      throw new ArithmeticException("divisor must be positive: " + divisor);
    }
    BigInteger product = BigInteger.valueOf(value).multiply(BigInteger.valueOf(factor));
    BigInteger twice = product.abs().shiftLeft(1).add(BigInteger.valueOf(divisor));
    BigInteger rounded = twice.divide(BigInteger.valueOf(divisor).shiftLeft(1));
    return (product.signum() < 0 ? rounded.negate() : rounded).longValueExact();
  }
}

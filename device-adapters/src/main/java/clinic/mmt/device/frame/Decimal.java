package clinic.mmt.device.frame;

import java.util.OptionalLong;

/**
 * The one grammar for numbers from a device (H14): digits, at most one point, nothing else. No
 * sign, exponent, space or comma, and never a floating-point number.
 */
public final class Decimal {

  private Decimal() {}

  /**
   * {@code text} in units of 10 to the power of minus {@code decimals}; empty when it has more than
   * {@code digitsMax} digits, more decimals than that, or anything that is no number.
   */
  public static OptionalLong parse(String text, int digitsMax, int decimals) {
    int point = text.indexOf('.');
    String whole = point < 0 ? text : text.substring(0, point);
    String part = point < 0 ? "" : text.substring(point + 1);
    boolean valid =
        !whole.isEmpty()
            && isDigits(whole)
            && isDigits(part)
            && whole.length() + part.length() <= Math.min(digitsMax, 15)
            && part.length() <= decimals;
    if (!valid) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(whole + part) * powerOfTen(decimals - part.length()));
  }

  /** {@code thousandths} as the shortest decimal number, {@code 8500} as {@code 8.5}. */
  public static String ofThousandths(long thousandths) {
    String part = "%03d".formatted(thousandths % 1000).replaceAll("0+$", "");
    return thousandths / 1000 + (part.isEmpty() ? "" : "." + part);
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}

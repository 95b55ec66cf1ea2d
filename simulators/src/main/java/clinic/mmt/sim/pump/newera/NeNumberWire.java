package clinic.mmt.sim.pump.newera;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers on the wire: up to four digits and one point, at most three of them after it. */
final class NeNumberWire {

  private static final int DIGITS_MAX = 4;
  private static final int DECIMALS_MAX = 3;
  private static final Pattern NUMBER = Pattern.compile("(\\d*)(?:\\.(\\d*))?");

  private NeNumberWire() {}

  /** Whether this looks like a number at all, whatever its length. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches() && text.chars().anyMatch(Character::isDigit);
  }

  /** Reads a number; empty if it has too many digits. */
  static Optional<BigDecimal> parse(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!isNumber(text) || !matcher.matches()) {
      return Optional.empty();
    }
    String whole = matcher.group(1);
    String decimals = matcher.group(2) == null ? "" : matcher.group(2);
    if (whole.length() + decimals.length() > DIGITS_MAX || decimals.length() > DECIMALS_MAX) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal("0" + whole + "." + decimals + "0").stripTrailingZeros());
  }

  /** Four digits with a point: 8.500, 26.70, 250.0, 1000. */
  static String format(BigDecimal value) {
    for (int decimals = DECIMALS_MAX; decimals > 0; decimals--) {
      BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
      if (rounded.precision() - rounded.scale() <= DIGITS_MAX - decimals) {
        return rounded.toPlainString();
      }
    }
    return value.setScale(0, RoundingMode.HALF_UP).toPlainString() + ".";
  }
}

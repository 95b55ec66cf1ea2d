package clinic.mmt.sim.pump.reglo;

import clinic.mmt.sim.core.Volume;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The manual's data types. Volumes and flows are held in picolitres (a minute). */
final class RegloNumbersWire {

  private static final Pattern TYPE_2 = Pattern.compile("(\\d{4})([+-])(\\d)");
  private static final int DIGITS_AFTER_POINT = 3;
  private static final int PICOLITRE_EXPONENT = 9;
  private static final int EXPONENT_MAX = 9;
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);

  private RegloNumbersWire() {}

  /** Volume type 2, as in requests: 3000+2 = 3.000 x 10^2 mL. */
  static Optional<Long> picolitres(String text) {
    Matcher parts = TYPE_2.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int sign = "-".equals(parts.group(2)) ? -1 : 1;
    int exponent =
        sign * Integer.parseInt(parts.group(3)) - DIGITS_AFTER_POINT + PICOLITRE_EXPONENT;
    BigDecimal exact = new BigDecimal(parts.group(1)).scaleByPowerOfTen(exponent);
    return exact.precision() - exact.scale() > 18
        ? Optional.empty()
        : Optional.of(exact.setScale(0, RoundingMode.DOWN).longValue());
  }

  /** Volume type 1, as in replies: 3000E+2. */
  static String volume(long picolitres) {
    if (picolitres <= 0) {
      return "0000E+0";
    }
    BigDecimal millilitres = BigDecimal.valueOf(picolitres, PICOLITRE_EXPONENT).round(FOUR_DIGITS);
    int exponent = millilitres.precision() - millilitres.scale() - 1;
    int clamped = Math.clamp(exponent, -EXPONENT_MAX, EXPONENT_MAX);
    BigDecimal mantissa =
        millilitres
            .scaleByPowerOfTen(DIGITS_AFTER_POINT - clamped)
            .setScale(0, RoundingMode.HALF_UP);
    return String.format(
        Locale.ROOT, "%04dE%s%d", mantissa.longValue(), clamped < 0 ? "-" : "+", Math.abs(clamped));
  }

  /** Trip volume with its unit: 4.983 ml; below one millilitre in ul, above a thousand in l. */
  static String trip(Volume volume) {
    BigDecimal millilitres = BigDecimal.valueOf(volume.nanolitres(), 6);
    BigDecimal one = BigDecimal.ONE;
    if (millilitres.compareTo(one) < 0) {
      return millilitres.movePointRight(3).setScale(1, RoundingMode.HALF_UP) + " ul";
    }
    if (millilitres.compareTo(BigDecimal.valueOf(1000)) >= 0) {
      return millilitres.movePointLeft(3).setScale(3, RoundingMode.HALF_UP) + " l";
    }
    return millilitres.setScale(3, RoundingMode.HALF_UP) + " ml";
  }

  /** A flow in words: 35.7 ml/min. */
  static String flow(long picolitresPerMinute) {
    return BigDecimal.valueOf(picolitresPerMinute, PICOLITRE_EXPONENT)
            .setScale(1, RoundingMode.HALF_UP)
        + " ml/min";
  }

  /** So many digits and nothing else. */
  static Optional<Integer> digits(String text, int count) {
    return text.matches("\\d{" + count + "}")
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }
}

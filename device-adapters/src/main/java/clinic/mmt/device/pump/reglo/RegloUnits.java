package clinic.mmt.device.pump.reglo;

import clinic.mmt.device.frame.Decimal;
import clinic.mmt.device.pump.FourDigits;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Quantities as the pump writes them: four digits and an exponent, m.mmm times ten to the power of
 * e, in mL or mL/min. All pure, all whole numbers.
 */
final class RegloUnits {

  private static final Pattern TYPE_1 = Pattern.compile("([0-9]{4})E([+-])([0-9])");
  private static final Pattern TRIP = Pattern.compile("([0-9.]{1,12}) (ul|ml|l)");
  private static final int NANOLITRES = 1000;

  private RegloUnits() {}

  /** The fastest rate that is not above {@code rate} and that four digits can say. */
  static FlowRate atMost(FlowRate rate) {
    return new FlowRate(FourDigits.roundedDown(rate.microlitresPerMinute()));
  }

  /** Volume type 2, as a request says it: 500 µL is {@code 5000-1}. */
  static String type2(long microlitres) {
    long mantissa = FourDigits.roundedDown(microlitres);
    int exponent = 0;
    while (mantissa > 9999) {
      mantissa /= 10;
      exponent++;
    }
    while (mantissa > 0 && mantissa < 1000) {
      mantissa *= 10;
      exponent--;
    }
    return "%04d%+d".formatted(mantissa, exponent);
  }

  /** Volume type 1, as an answer says it, in nanolitres (a minute): {@code 5000E-1} is 500 µL. */
  static OptionalLong type1(String text) {
    Matcher parts = TYPE_1.matcher(text);
    if (!parts.matches()) {
      return OptionalLong.empty();
    }
    long value = Long.parseLong(parts.group(1)) * NANOLITRES;
    int exponent = Integer.parseInt(parts.group(3));
    long factor = 1;
    for (int i = 0; i < exponent; i++) {
      factor *= 10;
    }
    return OptionalLong.of(
        parts.group(2).equals("+") ? value * factor : (value + factor / 2) / factor);
  }

  /** The trip volume, {@code 4.983 ml}, in nanolitres. */
  static OptionalLong trip(String text) {
    Matcher parts = TRIP.matcher(text);
    if (!parts.matches()) {
      return OptionalLong.empty();
    }
    int decimals =
        switch (parts.group(2)) {
          case "ul" -> 3;
          case "ml" -> 6;
          default -> 9;
        };
    return Decimal.parse(parts.group(1), 12, decimals);
  }

  /** To the nearest microlitre. */
  static Optional<Volume> toVolume(OptionalLong nanolitres) {
    return nanolitres.isPresent()
        ? Optional.of(Volume.ofMicrolitres((nanolitres.getAsLong() + NANOLITRES / 2) / NANOLITRES))
        : Optional.empty();
  }

  /** Whether the pump said {@code microlitres} to the last digit. */
  static boolean isSame(OptionalLong nanolitres, long microlitres) {
    return nanolitres.isPresent() && nanolitres.getAsLong() == microlitres * NANOLITRES;
  }
}

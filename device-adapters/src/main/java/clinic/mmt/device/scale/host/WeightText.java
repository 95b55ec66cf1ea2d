package clinic.mmt.device.scale.host;

import clinic.mmt.device.frame.Decimal;
import clinic.mmt.quantity.Mass;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Digits and a unit as a mass, exact to the microgram. */
public final class WeightText {

  /** Units that are taken, with the decimals that make a microgram of them. */
  private static final Map<String, Integer> DECIMALS = Map.of("mg", 3, "g", 6, "kg", 9);

  private static final int DIGITS_MAX = 10;

  private WeightText() {}

  /**
   * A weight; empty when the digits are no number or the unit is none of mg, g and kg.
   *
   * @param negative whether a minus stands before the digits
   */
  public static Optional<Gross> read(boolean negative, String digits, String unit, boolean stable) {
    int decimals = DECIMALS.getOrDefault(unit, -1);
    OptionalLong micrograms =
        decimals < 0 ? OptionalLong.empty() : Decimal.parse(digits, DIGITS_MAX, decimals);
    if (micrograms.isEmpty() || digits.endsWith(".")) {
      return Optional.empty();
    }
    Mass mass = Mass.ofMicrograms(micrograms.getAsLong());
    return Optional.of(new Gross(negative ? mass.negated() : mass, stable, step(digits, decimals)));
  }

  private static Mass step(String digits, int decimals) {
    int point = digits.indexOf('.');
    int shown = point < 0 ? 0 : digits.length() - point - 1;
    long micrograms = 1;
    for (int i = shown; i < decimals; i++) {
      micrograms *= 10;
    }
    return Mass.ofMicrograms(micrograms);
  }
}

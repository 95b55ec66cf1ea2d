package clinic.mmt.sim.scale.mtsics;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.scale.BalanceModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Weights as text: ten characters right-aligned, a space, the unit. */
final class SicsTextWire {

  private static final int GRAM_EXPONENT = 6;
  private static final Pattern WEIGHT = Pattern.compile("(-?\\d{1,7}(?:\\.\\d{1,6})?) +g");

  private SicsTextWire() {}

  static String weight(Mass mass, BalanceModel model) {
    BigDecimal grams =
        BigDecimal.valueOf(mass.micrograms(), GRAM_EXPONENT)
            .setScale(model.decimals(), RoundingMode.HALF_UP);
    return String.format(Locale.ROOT, "%10s g", grams.toPlainString());
  }

  static Optional<Mass> parse(String text) {
    Matcher matcher = WEIGHT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Mass(new BigDecimal(matcher.group(1)).movePointRight(GRAM_EXPONENT).longValue()))
        : Optional.empty();
  }
}

package clinic.mmt.device.pump.newera;

import clinic.mmt.device.frame.Decimal;
import clinic.mmt.device.pump.FourDigits;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Quantities as the pump writes them: four digits, one point, at most three decimals. All pure, all
 * whole numbers.
 */
final class NewEraUnits {

  private static final int DIGITS_MAX = 4;
  private static final int DECIMALS_MAX = 3;
  private static final long MICROMETRES_PER_INCH = 25_400;

  private NewEraUnits() {}

  /** {@code VOL}: millilitres. */
  static String volume(Volume stroke) {
    return Decimal.ofThousandths(stroke.microlitres());
  }

  /** What a query of {@code VOL} answered, for example {@code 8.500ML} or {@code 250.0UL}. */
  static Optional<Volume> parseVolume(String data) {
    int unitAt = data.length() - 2;
    return unitAt < 1
        ? Optional.empty()
        : volume(data.substring(0, unitAt), data.substring(unitAt));
  }

  /** What {@code DIS} answered, for example {@code I8.500W0.000ML}: the infused part. */
  static Optional<Volume> parseInfused(String data) {
    int withdrawnAt = data.indexOf('W');
    if (!data.startsWith("I") || withdrawnAt < 2 || data.length() < withdrawnAt + 4) {
      return Optional.empty();
    }
    String unit = data.substring(data.length() - 2);
    String withdrawn = data.substring(withdrawnAt + 1, data.length() - 2);
    return volume(withdrawn, unit).flatMap(checked -> volume(data.substring(1, withdrawnAt), unit));
  }

  /** {@code RAT}: the fastest rate that is not above {@code rate} and that four digits can say. */
  static FlowRate atMost(FlowRate rate) {
    return new FlowRate(Math.max(1, FourDigits.roundedDown(rate.microlitresPerMinute())));
  }

  /** {@code RAT} in mL/min. */
  static String rate(FlowRate rate) {
    return Decimal.ofThousandths(rate.microlitresPerMinute()) + "MM";
  }

  /** What a query of {@code RAT} answered, in mL/min or mL/h. */
  static Optional<FlowRate> parseRate(String data) {
    int unitAt = data.length() - 2;
    if (unitAt < 1 || !data.endsWith("MM")) {
      return Optional.empty();
    }
    OptionalLong value = number(data.substring(0, unitAt));
    return value.isPresent() && value.getAsLong() > 0
        ? Optional.of(new FlowRate(value.getAsLong()))
        : Optional.empty();
  }

  /** {@code DIA} of a syringe: millimetres. */
  static long thousandthsOfMillimetre(int micrometres) {
    return FourDigits.roundedDown(micrometres);
  }

  /** {@code DIA} of a tube: inches, to the nearest thousandth. */
  static long thousandthsOfInch(int micrometres) {
    return FourDigits.roundedDown(
        (micrometres * 1000L + MICROMETRES_PER_INCH / 2) / MICROMETRES_PER_INCH);
  }

  /** A number of the pump in thousandths. */
  static OptionalLong number(String text) {
    return Decimal.parse(text, DIGITS_MAX, DECIMALS_MAX);
  }

  private static Optional<Volume> volume(String number, String unit) {
    OptionalLong thousandths = number(number);
    if (thousandths.isEmpty()) {
      return Optional.empty();
    }
    return switch (unit) {
      case "ML" -> Optional.of(Volume.ofMicrolitres(thousandths.getAsLong()));
      case "UL" -> Optional.of(Volume.ofMicrolitres((thousandths.getAsLong() + 500) / 1000));
      default -> Optional.empty();
    };
  }
}

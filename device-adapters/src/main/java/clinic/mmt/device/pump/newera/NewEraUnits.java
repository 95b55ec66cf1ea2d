package clinic.mmt.device.pump.newera;

import clinic.mmt.device.frame.Decimal;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Quantities as the pump writes them: four digits, one point, at most three decimals. All pure, all
 * whole numbers.
 */
final class NewEraUnits {

  /** The largest target volume with a resolution of 0.01 mL. */
  static final Volume STROKE_MAX = Volume.ofMicrolitres(99_990);

  /** The smallest target volume; 0 would mean to run without end. */
  static final Volume STROKE_MIN = Volume.ofMicrolitres(1);

  private static final int DIGITS_MAX = 4;
  private static final int DECIMALS_MAX = 3;
  private static final long MICROMETRES_PER_INCH = 25_400;

  private NewEraUnits() {}

  /** {@code volume} in strokes, rounded down to what four digits can say. */
  static List<Volume> plan(Volume volume) {
    List<Volume> strokes = new ArrayList<>();
    Volume left = volume;
    while (left.isMoreThan(STROKE_MAX)) {
      strokes.add(STROKE_MAX);
      left = left.minus(STROKE_MAX);
    }
    Volume last = Volume.ofMicrolitres(roundedDown(left.microlitres()));
    if (!last.isLessThan(STROKE_MIN)) {
      strokes.add(last);
    }
    return List.copyOf(strokes);
  }

  /** Whether {@code stroke} can be said exactly. */
  static boolean isExact(Volume stroke) {
    return !stroke.isLessThan(STROKE_MIN)
        && !stroke.isMoreThan(STROKE_MAX)
        && roundedDown(stroke.microlitres()) == stroke.microlitres();
  }

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
    return new FlowRate(Math.max(1, roundedDown(rate.microlitresPerMinute())));
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
    return roundedDown(micrometres);
  }

  /** {@code DIA} of a tube: inches, to the nearest thousandth. */
  static long thousandthsOfInch(int micrometres) {
    return roundedDown((micrometres * 1000L + MICROMETRES_PER_INCH / 2) / MICROMETRES_PER_INCH);
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

  private static long roundedDown(long thousandths) {
    long step = 1;
    while (thousandths / step > 9999) {
      step *= 10;
    }
    return thousandths / step * step;
  }
}

package clinic.mmt.device.pump;

import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;

/**
 * Volumes of pumps that are told four digits and a place of the point, from 1 µL to 99.99 mL (New
 * Era and Ismatec manuals: numbers).
 */
public final class FourDigits {

  /** The largest target volume of one command. */
  public static final Volume MOST = Volume.ofMicrolitres(99_990);

  /** The smallest; 0 would mean to run without end. */
  public static final Volume LEAST = Volume.ofMicrolitres(1);

  private static final int LARGEST = 9999;

  private FourDigits() {}

  /** {@code volume} in strokes, rounded down to what four digits can say. */
  public static List<Volume> plan(Volume volume) {
    List<Volume> strokes = new ArrayList<>();
    Volume left = volume;
    while (left.isMoreThan(MOST)) {
      strokes.add(MOST);
      left = left.minus(MOST);
    }
    Volume last = Volume.ofMicrolitres(roundedDown(left.microlitres()));
    if (!last.isLessThan(LEAST)) {
      strokes.add(last);
    }
    return List.copyOf(strokes);
  }

  /** Whether {@code stroke} can be said exactly. */
  public static boolean isExact(Volume stroke) {
    return !stroke.isLessThan(LEAST)
        && !stroke.isMoreThan(MOST)
        && roundedDown(stroke.microlitres()) == stroke.microlitres();
  }

  /** The largest number not above {@code number} that four digits and zeros can say. */
  public static long roundedDown(long number) {
    long step = 1;
    while (number / step > LARGEST) {
      step *= 10;
    }
    return number / step * step;
  }
}

package clinic.mmt.device.pump.cavro;

import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;

/** Volumes as increments of the plunger, 3000 for a full stroke. All pure, all whole numbers. */
final class CavroUnits {

  /** Increments of a full stroke. */
  static final int FULL = 3000;

  /** Top speeds, in half increments a second. */
  static final int HERTZ_MIN = 5;

  static final int HERTZ_MAX = 6000;

  private final long syringe;

  CavroUnits(Volume syringe) {
    this.syringe = syringe.microlitres();
  }

  /** The most increments whose volume is not above {@code volume}. */
  long increments(Volume volume) {
    return volume.microlitres() * FULL / syringe;
  }

  /** The volume of so many increments, to the next whole microlitre above. */
  Volume volume(long increments) {
    return Volume.ofMicrolitres((increments * syringe + FULL - 1) / FULL);
  }

  /** {@code volume} in strokes of the syringe, rounded down to whole increments. */
  List<Volume> plan(Volume volume) {
    List<Volume> strokes = new ArrayList<>();
    long left = increments(volume);
    while (left > FULL) {
      strokes.add(volume(FULL));
      left -= FULL;
    }
    if (left > 0) {
      strokes.add(volume(left));
    }
    return List.copyOf(strokes);
  }

  /** Whether {@code stroke} is a whole number of increments, to the next microlitre above. */
  boolean isExact(Volume stroke) {
    long increments = increments(stroke);
    return increments > 0 && increments <= FULL && volume(increments).equals(stroke);
  }

  /** The fastest top speed that is not above {@code rate}. */
  long hertz(FlowRate rate) {
    return Math.min(HERTZ_MAX, rate.microlitresPerMinute() * 2 * FULL / (60 * syringe));
  }

  /** The rate of a top speed. */
  FlowRate rate(long hertz) {
    return new FlowRate(Math.max(1, hertz * 60 * syringe / (2 * FULL)));
  }

  /** Milliseconds after which a full stroke should long be over. */
  static long millisMost(long hertz) {
    return 2 * FULL * 1500L / hertz + 5000;
  }
}

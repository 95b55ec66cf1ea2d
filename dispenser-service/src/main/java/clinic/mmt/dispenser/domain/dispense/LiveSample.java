package clinic.mmt.dispenser.domain.dispense;

import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;

/**
 * One answer of pump or scale while liquid flows, with the times between which it was true: a late
 * answer proves nothing about a moment it may not have seen. Times are milliseconds of physics
 * since the start of the intent.
 */
public sealed interface LiveSample {

  /** The device was asked then. */
  long askedMillis();

  /** The answer was there then. */
  long heardMillis();

  /** The pump's counter of this intent. */
  record Pumped(long askedMillis, long heardMillis, Volume volume) implements LiveSample {}

  /** The net weight in the cup. */
  record Weighed(long askedMillis, long heardMillis, Mass net) implements LiveSample {

    @Override
    public String toString() {
      return "Weighed[" + heardMillis + " ms]";
    }
  }

  /**
   * The scale gave no weight.
   *
   * @param underload because the load is below its range: the cup or the pan was lifted
   */
  record NoWeight(long askedMillis, long heardMillis, boolean underload) implements LiveSample {}
}

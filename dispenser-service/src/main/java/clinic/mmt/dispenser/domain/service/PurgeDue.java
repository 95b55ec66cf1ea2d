package clinic.mmt.dispenser.domain.service;

import clinic.mmt.quantity.Volume;

/**
 * What was in the line must not reach a patient: nothing is poured before at least the
 * line's volume was pushed out, and the first shot after that goes to the waste container too.
 *
 * @param why what is in the line
 * @param purged pushed out since
 * @param through the line's volume was pushed out; one shot more is owed
 */
public record PurgeDue(Why why, Volume purged, boolean through) {

  /** What is in the line. */
  public enum Why {
    /** Liquid of another strength. */
    STRENGTH,
    /** Water of a calibration or a flush. */
    WATER,
    /** A cleaner, or a tube that was taken out or renewed. */
    CLEANED
  }

  /** Just now. */
  public static PurgeDue of(Why why) {
    return new PurgeDue(why, Volume.ZERO, false);
  }

  /** After so much more was pushed out of a line of this volume. */
  PurgeDue purged(Volume more, Volume lineVolume) {
    Volume all = purged.plus(more);
    return new PurgeDue(why, all, !all.isLessThan(lineVolume));
  }
}

package clinic.mmt.dispenser.domain.dispense;

/**
 * The name of a state, with what that state means for a second dose of the same part of a day (in
 * doubt a dose counts as taken) and which place at the station it occupies.
 */
public enum Phase {
  /** Identified; pump and scale are being prepared. */
  REVIEWING(Guard.FREE, Lane.SCALE),
  /** Sent to somebody who can lift the reasons. */
  REFERRED(Guard.FREE, Lane.NONE),
  /** Not fit now; to be looked at again. */
  WAITING(Guard.FREE, Lane.NONE),
  /** Went away before anything was poured. */
  LEFT_BEFORE_POUR(Guard.FREE, Lane.NONE),
  /** The intent is durable and no start frame was handed to the port. */
  ARMED(Guard.OPEN, Lane.SCALE),
  /** No start frame was ever written, proven. */
  VOIDED(Guard.FREE, Lane.NONE),
  /** From the first byte of a start frame on. */
  STARTING(Guard.OPEN, Lane.SCALE),
  /** The pump answered that it runs. */
  POURING(Guard.OPEN, Lane.SCALE),
  /** Stopped by a person, a check or the pump; it is being asked. */
  STOPPED(Guard.OPEN, Lane.SCALE),
  /** The pump stands; the liquid settles and the scale decides. */
  SETTLING(Guard.OPEN, Lane.SCALE),
  /** A bounded top-up is due. */
  TOP_UP(Guard.OPEN, Lane.SCALE),
  /** Ordered, pumped and weighed do not agree, or a part dose stands in the cup. */
  DISCREPANCY(Guard.OPEN, Lane.SCALE),
  /** The amount is settled; the cup stands on the scale. */
  MEASURED(Guard.OPEN, Lane.SCALE),
  /** Measured, and nobody to give it to just now. */
  HELD(Guard.OPEN, Lane.SCALE),
  /** The identified person has the cup. */
  HANDED_OVER(Guard.TAKEN, Lane.WATCHED),
  /** Swallowed, water, spoke. */
  CONSUMED(Guard.TAKEN, Lane.NONE),
  /** A fraction was taken. */
  PARTLY_TAKEN(Guard.TAKEN, Lane.NONE),
  /** Handed over and given back untouched. */
  REFUSED(Guard.FREE, Lane.NONE),
  /** Spilled after the hand-over. */
  SPILLED(Guard.TAKEN, Lane.NONE),
  /** The cup left the counter unseen. */
  TAKEN_AWAY(Guard.TAKEN, Lane.NONE),
  /** Nobody saw whether it was swallowed. */
  UNCERTAIN(Guard.TAKEN, Lane.NONE),
  /** Into the waste container before the hand-over. */
  DISCARDED(Guard.FREE, Lane.NONE),
  /** Interrupted; nobody knows how much flowed. Blocked until settled. */
  OUTCOME_UNKNOWN(Guard.OPEN, Lane.SCALE);

  /** What a state means for a second dose of the same part. */
  public enum Guard {
    /** The part may be dosed. */
    FREE,
    /** A dose is under way or unsettled. */
    OPEN,
    /** Counts as taken. */
    TAKEN
  }

  /** Which place at the station a state occupies. */
  public enum Lane {
    /** None. */
    NONE,
    /** The cup on the scale: one dose at most. */
    SCALE,
    /** The cup in the hand of a watched person: one at most. */
    WATCHED
  }

  private final Guard guard;
  private final Lane lane;

  Phase(Guard guard, Lane lane) {
    this.guard = guard;
    this.lane = lane;
  }

  /** What this state means for a second dose of the same part. */
  public Guard guard() {
    return guard;
  }

  /** Which place at the station this state occupies. */
  public Lane lane() {
    return lane;
  }

  /** Whether nothing more happens to the dose itself; later facts may follow. */
  public boolean ended() {
    return lane == Lane.NONE && this != WAITING && this != REFERRED;
  }
}

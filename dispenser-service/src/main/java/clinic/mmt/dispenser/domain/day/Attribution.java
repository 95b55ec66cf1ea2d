package clinic.mmt.dispenser.domain.day;

/**
 * What a difference is laid to.
 *
 * @param kind what sort
 * @param of the station, pump, batch, bottle or custody period; of the whole clinic {@code -}
 */
public record Attribution(Kind kind, String of) {

  /** All counts together. */
  public static final Attribution CLINIC = new Attribution(Kind.CLINIC, "-");

  /** What sort. */
  public enum Kind {
    /** Everything that was counted. */
    CLINIC,
    /** What was mounted at a station, and its waste. */
    STATION,
    /** What was mounted at the station of a pump, by the pump's own number. */
    PUMP,
    /** A batch. */
    BATCH,
    /** One bottle. */
    BOTTLE,
    /** What arose while one person answered for a station. */
    CUSTODY;

    /** Whether it is there for many days: only then all its days together say anything. */
    boolean lasts() {
      return switch (this) {
        case CLINIC, STATION, PUMP, BATCH -> true;
        case BOTTLE, CUSTODY -> false;
      };
    }
  }
}

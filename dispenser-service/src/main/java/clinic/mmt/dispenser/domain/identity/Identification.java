package clinic.mmt.dispenser.domain.identity;

import java.time.Instant;

/**
 * How the person at the counter was identified for this visit.
 *
 * @param method which factors
 * @param at when it was complete
 */
public record Identification(Method method, Instant at) {

  /** Which factors agreed. */
  public enum Method {
    /** Card says who, finger confirms 1:1. */
    CARD_AND_FINGER,
    /** Card says who, consent to the finger is refused: photo compared by one dispenser. */
    CARD_AND_PHOTO,
    /** No usable finger image: two persons compared card and photo (exception, counted). */
    EXCEPTION_TWO_PERSONS,
    /** The finger reader is out of order: outage record, card and photo. */
    OUTAGE_CARD_AND_PHOTO,
    /** By the staff who gave the dose while nothing could be written: told by the sheet. */
    DOWNTIME_SHEET
  }
}

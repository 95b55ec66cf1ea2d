package clinic.mmt.dispenser.domain.degraded;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A degraded mode of a station; each is entered and left by a named act. */
public enum Mode {
  /** The pump is out of order: the dispenser draws the dose by hand into the cup on the scale. */
  HAND_POUR(Place.POUR),
  /** The scale is out of order: the pump alone measures, flagged and limited. */
  PUMP_WITHOUT_SCALE(Place.POUR),
  /** The finger reader is out of order: card and photo, on record. */
  READER_OUTAGE(Place.IDENTITY);

  /** What a mode takes the place of; one at a time runs in each. */
  public enum Place {
    /** How a dose is measured. */
    POUR,
    /** How a person is identified. */
    IDENTITY
  }

  private final Place place;

  Mode(Place place) {
    this.place = place;
  }

  /** What it takes the place of. */
  public Place place() {
    return place;
  }

  /** Its name in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The mode called {@code word}. */
  public static Optional<Mode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
  }
}

package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of one dose in the past, or of a take-home dose for a day to come.
 *
 * @param day the clinic day it counts for
 * @param dose how much counts for tolerance: a part that covers the day counts as the whole
 * @param kind how it came to the patient
 * @param confirmed whether somebody confirmed it. In doubt it counts as taken for «no second dose»
 *     and as not taken for tolerance (clinical safety, principle 1)
 * @param vomited whether it was vomited, all or in part
 * @param at when it was swallowed, where that is known
 * @param taken how much was really taken, as far as that is known
 * @param place what it is among the doses of its day
 */
public record DoseDay(
    LocalDate day,
    Mass dose,
    Kind kind,
    boolean confirmed,
    boolean vomited,
    Optional<Instant> at,
    Mass taken,
    Place place) {

  /** A dose of the day, all of which was taken and kept down, at a time that nobody knows. */
  public static DoseDay of(LocalDate day, Mass dose, Kind kind, boolean confirmed) {
    return new DoseDay(day, dose, kind, confirmed, false, Optional.empty(), dose, Place.OF_THE_DAY);
  }

  /** The same, vomited or not. */
  public DoseDay vomitedIf(boolean was) {
    return new DoseDay(day, dose, kind, confirmed, was, at, taken, place);
  }

  /** The same, swallowed at this time. */
  public DoseDay swallowed(Optional<Instant> when) {
    return new DoseDay(day, dose, kind, confirmed, vomited, when, taken, place);
  }

  /** What a dose is among the doses of its day. */
  public enum Place {
    /** The dose of the day, or a part of a split one. */
    OF_THE_DAY,
    /** In place of a vomited one: the day has no more than it had. */
    REPLACEMENT,
    /** The missing part of one, or a supplement: what was taken is added up. */
    ADDITION
  }

  /** How a dose came to the patient. */
  public enum Kind {
    /** Swallowed in front of staff of this clinic or a linked one. */
    OBSERVED,
    /** Handed out for this day. */
    TAKE_HOME,
    /** Given by a clinic that the patient was a guest of. */
    GUEST,
    /** Given in a hospital, or in custody. */
    HOSPITAL
  }

  /** Whether the day counts as covered for tolerance. */
  public boolean covers() {
    return confirmed;
  }

  @Override
  public String toString() {
    return "DoseDay[•••]";
  }
}

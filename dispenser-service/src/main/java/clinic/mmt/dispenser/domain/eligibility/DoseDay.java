package clinic.mmt.dispenser.domain.eligibility;

import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of one dose in the past, or of a take-home dose for a day to come.
 *
 * @param day the clinic day it counts for
 * @param dose how much was taken
 * @param kind how it came to the patient
 * @param confirmed whether somebody confirmed it. In doubt it counts as taken for «no second dose»
 *     and as not taken for tolerance (clinical safety, principle 1)
 * @param vomited whether it was vomited, all or in part
 * @param at when it was swallowed, where that is known
 */
public record DoseDay(
    LocalDate day, Mass dose, Kind kind, boolean confirmed, boolean vomited, Optional<Instant> at) {

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

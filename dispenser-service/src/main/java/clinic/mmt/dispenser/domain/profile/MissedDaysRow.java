package clinic.mmt.dispenser.domain.profile;

import clinic.mmt.quantity.Mass;
import java.util.Optional;

/**
 * What a profile proposes after so many consecutive missed days.
 *
 * @param from first number of missed days it speaks of, 0 or more
 * @param to last number it speaks of; empty: and all beyond
 * @param action what then
 */
public record MissedDaysRow(int from, Optional<Integer> to, Action action) {

  /** Checks the ranges. */
  public MissedDaysRow {
    if (from < 0 || to.map(last -> last < from).orElse(false)) {
      throw new IllegalArgumentException("a row is from 0 or more to no less");
    }
  }

  /** Whether the row speaks of {@code missed} days. */
  public boolean holdsFor(int missed) {
    return missed >= from && to.map(last -> missed <= last).orElse(true);
  }

  /** What happens to the dose. Whatever changes the amount needs a doctor. */
  public sealed interface Action {

    /** The ordered dose, poured by the dispenser. */
    record Full() implements Action {}

    /** A doctor sees the patient first; the table proposes the ordered dose. */
    record Review() implements Action {}

    /**
     * A doctor signs a new order; the table proposes a part of the dose.
     *
     * @param permille of the dose, 1 to 999
     * @param atMost the proposal is never more than this
     * @param atLeast the proposal is no less than this, but never more than the dose itself
     */
    record Reduced(int permille, Optional<Mass> atMost, Optional<Mass> atLeast) implements Action {
      /** Checks the range. */
      public Reduced {
        if (permille < 1 || permille > 999) {
          throw new IllegalArgumentException(
              "a reduced dose is more than nothing and less than all");
        }
      }
    }

    /** A doctor begins again with the limits of a first dose. */
    record Reinduct() implements Action {}

    /** A doctor decides whether the episode has ended; nothing is proposed. */
    record EpisodeEnds() implements Action {}
  }
}

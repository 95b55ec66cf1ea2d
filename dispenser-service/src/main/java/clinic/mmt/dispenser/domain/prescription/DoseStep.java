package clinic.mmt.dispenser.domain.prescription;

import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.Optional;

/**
 * From this day on the daily dose is this, until the next step.
 *
 * @param from first clinic day
 * @param dose drug per day, 1 µg or more
 * @param later how much of it is the later part of a split dose; less than the whole
 */
public record DoseStep(LocalDate from, Mass dose, Optional<Mass> later) {

  /** Checks the ranges. */
  public DoseStep {
    if (dose.micrograms() < 1) {
      throw new IllegalArgumentException("a daily dose is more than nothing");
    }
    if (later.map(part -> part.micrograms() < 1 || !part.isLessThan(dose)).orElse(false)) {
      throw new IllegalArgumentException("a later part is more than nothing and less than all");
    }
  }

  /** All of the day's dose at once. */
  public DoseStep(LocalDate from, Mass dose) {
    this(from, dose, Optional.empty());
  }

  @Override
  public String toString() {
    return "DoseStep[•••]";
  }
}

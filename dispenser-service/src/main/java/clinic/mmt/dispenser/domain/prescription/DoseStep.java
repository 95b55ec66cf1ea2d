package clinic.mmt.dispenser.domain.prescription;

import clinic.mmt.quantity.Mass;
import java.time.LocalDate;

/**
 * From this day on the daily dose is this, until the next step.
 *
 * @param from first clinic day
 * @param dose drug per day, 1 µg or more
 */
public record DoseStep(LocalDate from, Mass dose) {

  /** Checks the range. */
  public DoseStep {
    if (dose.micrograms() < 1) {
      throw new IllegalArgumentException("a daily dose is more than nothing");
    }
  }

  @Override
  public String toString() {
    return "DoseStep[•••]";
  }
}

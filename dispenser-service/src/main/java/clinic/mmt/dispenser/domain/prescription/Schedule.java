package clinic.mmt.dispenser.domain.prescription;

import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A dose that rises or falls by the same amount every so many days until it is reached: ordered in
 * one act, and made into steps that are shown day by day before anybody signs. Limits of steps and
 * weeks are judged of the steps, as of any others; a step advances only after a day taken.
 *
 * @param start dose of the first day
 * @param to dose that is kept once it is reached; more than {@code start} rises, less falls
 * @param by how much each step changes the dose, 1 µg or more; the last one may be smaller
 * @param everyDays days from one step to the next, 1 or more
 */
public record Schedule(Mass start, Mass to, Mass by, int everyDays) {

  /** Why a schedule cannot be. */
  public enum Fault {
    /** The dose neither rises nor falls. */
    NO_CHANGE,
    /** A step changes nothing, or comes on the day of the one before. */
    NO_STEP,
    /** The last dose is reached after the last day. */
    TOO_LONG
  }

  /** Why it cannot be ordered from {@code first} to {@code last}, both counted; empty if it can. */
  public Optional<Fault> fault(LocalDate first, LocalDate last) {
    if (start.equals(to)) {
      return Optional.of(Fault.NO_CHANGE);
    }
    if (by.micrograms() < 1 || everyDays < 1) {
      return Optional.of(Fault.NO_STEP);
    }
    return first.plusDays(changes() * everyDays).isAfter(last)
        ? Optional.of(Fault.TOO_LONG)
        : Optional.empty();
  }

  private long changes() {
    return Math.ceilDiv(Math.abs(to.micrograms() - start.micrograms()), by.micrograms());
  }

  /** The steps from {@code first} on, of a schedule without a fault. */
  public List<DoseStep> steps(LocalDate first) {
    List<DoseStep> steps = new ArrayList<>();
    steps.add(new DoseStep(first, start));
    for (long change = 1; change <= changes(); change++) {
      steps.add(new DoseStep(first.plusDays(change * everyDays), after(change)));
    }
    return List.copyOf(steps);
  }

  private Mass after(long change) {
    long moved = change * by.micrograms();
    return to.isMoreThan(start)
        ? new Mass(start.micrograms() + moved).orLess(to)
        : new Mass(start.micrograms() - moved).orMore(to);
  }

  @Override
  public String toString() {
    return "Schedule[•••]";
  }
}

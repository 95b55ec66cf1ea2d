package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The doses of one patient, the latest day first. A longer or changed one shares what came earlier
 * with the one before, which stays as it was and can be gone back to.
 *
 * @param dose of the latest day, and of that the latest
 * @param day its clinic day
 * @param counted what it is for the rules of treatment, while it is open or taken
 * @param earlier the others
 */
record Course(DoseId dose, LocalDate day, Optional<PastDose> counted, Optional<Course> earlier) {

  /**
   * A new dose beside those {@code before}; it is of the latest day, except after a wrong clock.
   */
  static Course with(
      Optional<Course> before, DoseId dose, LocalDate day, Optional<PastDose> counted) {
    return before
        .filter(later -> later.day().isAfter(day))
        .map(later -> later.after(with(later.earlier(), dose, day, counted)))
        .orElseGet(() -> new Course(dose, day, counted, before));
  }

  /** The same, with what {@code changed} is now; it is one of these. */
  Course changed(DoseId changed, Optional<PastDose> now) {
    return dose.equals(changed)
        ? new Course(dose, day, now, earlier)
        : after(earlier.orElseThrow().changed(changed, now));
  }

  private Course after(Course others) {
    return new Course(dose, day, counted, Optional.of(others));
  }

  /** All, from the latest day back. */
  Stream<Course> back() {
    return Stream.iterate(Optional.of(this), Optional::isPresent, c -> c.get().earlier())
        .flatMap(Optional::stream);
  }
}

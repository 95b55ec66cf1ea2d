package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The doses of one patient, the latest day first. A longer one shares what came earlier with the
 * one before, which stays as it was and can be gone back to.
 *
 * @param dose of the latest day, and of that the latest
 * @param day its clinic day
 * @param earlier the others
 */
record Course(DoseId dose, LocalDate day, Optional<Course> earlier) {

  /**
   * A new dose beside those {@code before}; it is of the latest day, except after a wrong clock.
   */
  static Course with(Optional<Course> before, Dose dose) {
    return before
        .filter(later -> later.day().isAfter(dose.day()))
        .map(
            later ->
                new Course(later.dose(), later.day(), Optional.of(with(later.earlier(), dose))))
        .orElseGet(() -> new Course(dose.id(), dose.day(), before));
  }

  /** All, from the latest day back. */
  Stream<Course> back() {
    return Stream.iterate(Optional.of(this), Optional::isPresent, c -> c.get().earlier())
        .flatMap(Optional::stream);
  }
}

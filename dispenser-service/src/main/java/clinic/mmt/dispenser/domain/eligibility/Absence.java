package clinic.mmt.dispenser.domain.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody has been away since the last covered day, up to and including today.
 *
 * @param lastCovered the last day of which a dose is confirmed, wherever it was taken
 * @param missed whole days since then, today not counted; 0 or more
 */
public record Absence(LocalDate lastCovered, int missed) {

  /** The absence that goes on today; empty when a dose of today, or none at all, is known. */
  public static Optional<Absence> of(LocalDate today, List<DoseDay> doses) {
    History history = new History(today, doses);
    if (history.ofToday().stream().anyMatch(DoseDay::covers)) {
      return Optional.empty();
    }
    return history
        .lastCovered()
        .flatMap(last -> history.missed().map(missed -> new Absence(last, missed)));
  }

  @Override
  public String toString() {
    return "Absence[•••]";
  }
}

package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.reconciliation.Expected;
import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;

/**
 * One place as it was counted, beside the book.
 *
 * @param place what
 * @param station at which it is mounted, or whose waste it is
 * @param custody the period that the count ends
 * @param gross weight with its container
 * @param counted by that weight, by volume, or number times size; empty of a waste container whose
 *     content no density tells: its weight is kept
 * @param book what the book said
 * @param exposure what happened since it was counted last
 * @param missing labels in the book that were not scanned
 * @param extra labels that were scanned and are not in the book
 */
public record CountLine(
    CountPlace place,
    Optional<StationId> station,
    Optional<String> custody,
    Optional<Mass> gross,
    Optional<Volume> counted,
    Volume book,
    Exposure exposure,
    List<BottleId> missing,
    List<BottleId> extra) {

  /** Copies the lists. */
  public CountLine {
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
  }

  /** Counted less booked: below zero is missing; zero where only a weight is kept. */
  public Volume difference() {
    return counted.map(is -> is.minus(book)).orElse(Volume.ZERO);
  }

  /** What the difference may be without anybody's doing. */
  public Expected expected() {
    return Expected.of(exposure);
  }

  /** Whether somebody has to say why: a closed container is never missing by itself. */
  public boolean beyond() {
    return switch (place.kind()) {
      case CLOSED -> !difference().equals(Volume.ZERO) || !missing.isEmpty() || !extra.isEmpty();
      case BOTTLE, WASTE, DOSE -> counted.isPresent() && !expected().explains(difference());
    };
  }
}

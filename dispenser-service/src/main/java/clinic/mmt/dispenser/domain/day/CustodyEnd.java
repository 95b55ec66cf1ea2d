package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A custody period is over; a difference belongs to it.
 *
 * @param custody the period
 * @param to when it ended
 * @param day clinic day on which it ended
 * @param how by a hand-over or a count
 * @param measured the mounted bottle as it was found; empty when none is mounted
 */
public record CustodyEnd(
    Custody custody, Instant to, LocalDate day, How how, Optional<Measured> measured) {

  /** What ended it. */
  public enum How {
    /** The next person took over. */
    HAND_OVER,
    /** The count of the day, or another count. */
    COUNT
  }

  /**
   * A bottle as it was found.
   *
   * @param gross weight with its container; empty of one that was measured by volume
   * @param counted by that weight; empty while its batch has no density
   * @param book what the book said then
   * @param difference counted less booked that arose in this period; zero while not counted
   * @param exposure what happened in it
   */
  public record Measured(
      BottleId bottle,
      BatchId batch,
      Optional<Mass> gross,
      Optional<Volume> counted,
      Volume book,
      Volume difference,
      Exposure exposure) {}
}

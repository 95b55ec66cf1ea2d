package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;

/**
 * A later correction, linked to what it is about.
 *
 * @param id its own
 * @param kind what was done
 * @param count the count that it is about; empty text of a difference of a single count or breakage
 * @param of the day of that count, or today
 * @param place which bottle or waste container
 * @param volume counted less booked, as it was booked; of a settled difference what was written off
 *     as a minus
 * @param day clinic day on which it was made
 * @param by who decided; the second person is in the act beside it
 * @param reason of what kind
 * @param words in words; private
 */
public record StockAdjustment(
    String id,
    Kind kind,
    String count,
    LocalDate of,
    CountPlace place,
    Volume volume,
    LocalDate day,
    StaffId by,
    CountReason reason,
    String words) {

  /** What was done. */
  public enum Kind {
    /** What a count booked was taken back: it is to be explained anew. */
    REVERSED,
    /** A difference was settled as loss or surplus. */
    SETTLED
  }

  /** What it took back of loss and surplus. */
  public DayFigures.Reversed reversed() {
    return kind == Kind.SETTLED
        ? DayFigures.Reversed.NOTHING
        : new DayFigures.Reversed(volume.negated().orMore(Volume.ZERO), volume.orMore(Volume.ZERO));
  }
}

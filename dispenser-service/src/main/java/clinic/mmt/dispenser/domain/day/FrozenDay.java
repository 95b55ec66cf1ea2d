package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a close, frozen: a later correction is a {@link StockAdjustment} and never changes
 * them (R-96).
 *
 * @param day clinic day
 * @param number 1 is the close of the day, 2 and more are supplementary
 * @param by who closed
 * @param doses doses that ended in it, taken or in doubt
 * @param people of how many persons
 * @param figures by batch
 * @param held every account by batch and kind, as it stood: the next figures begin here
 * @param note of the head, where a difference needs one; private
 * @param list what was looked at; empty of a supplementary close
 */
public record FrozenDay(
    LocalDate day,
    int number,
    StaffId by,
    int doses,
    int people,
    List<DayFigures> figures,
    List<Held> held,
    String note,
    Optional<CloseList> list) {

  /** Copies the lists. */
  public FrozenDay {
    figures = List.copyOf(figures);
    held = List.copyOf(held);
  }

  /** All accounts of a kind together. */
  public record Held(BatchId batch, AccountKind kind, Volume volume) {}

  /** The accounts of one batch. */
  public static Map<AccountKind, Volume> of(BatchId batch, List<Held> held) {
    Map<AccountKind, Volume> found = new EnumMap<>(AccountKind.class);
    held.stream()
        .filter(h -> h.batch().equals(batch))
        .forEach(h -> found.merge(h.kind(), h.volume(), Volume::plus));
    return found;
  }

  /** Which close it is, such as {@code 2026-03-02#1}. */
  public String key() {
    return day + "#" + number;
  }
}

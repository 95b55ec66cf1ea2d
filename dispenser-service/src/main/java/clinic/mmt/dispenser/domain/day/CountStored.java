package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The counts are in, signed before anybody saw the book; from now on the two are shown together.
 *
 * @param id of the count
 * @param attempt from 1
 * @param day clinic day
 * @param at when
 * @param by who signed first; the second person is in the act beside it
 * @param lines each place once
 */
public record CountStored(
    String id, int attempt, LocalDate day, Instant at, StaffId by, List<CountLine> lines) {

  /** Copies the list. */
  public CountStored {
    lines = List.copyOf(lines);
  }

  /** Those that somebody has to explain. */
  public List<CountLine> beyond() {
    return lines.stream().filter(CountLine::beyond).toList();
  }
}

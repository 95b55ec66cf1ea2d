package clinic.mmt.dispenser.domain.day;

import java.time.LocalDate;
import java.util.List;

/**
 * The booking of a count gave reason to look: an open item until two persons explain it.
 *
 * @param id its own
 * @param day clinic day
 * @param count the count that was booked
 * @param found what it raised
 */
public record DifferenceAlarm(
    String id, LocalDate day, String count, List<Differences.Found> found) {

  /** Copies the list. */
  public DifferenceAlarm {
    found = List.copyOf(found);
  }
}

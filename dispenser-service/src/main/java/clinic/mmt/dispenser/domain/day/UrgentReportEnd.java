package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/**
 * What became of an urgent report; once for each.
 *
 * @param report which
 * @param day clinic day on which this was noted
 * @param by who noted it; of one that is not due the second person is in the act beside it
 * @param how what became of it
 * @param words in words; may be blank of one that was sent; private
 */
public record UrgentReportEnd(String report, LocalDate day, StaffId by, How how, String words) {

  /** What became of it. */
  public sealed interface How {

    /**
     * It was sent.
     *
     * @param number of the letter
     * @param on the day on its letter
     */
    record Sent(String number, LocalDate on) implements How {}

    /** Two persons, one of whom decides, found that nothing was lost or mixed up. */
    record NotDue() implements How {}
  }
}

package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;
import java.util.List;

/**
 * A count is booked: loss and surplus apart, never netted.
 *
 * @param id of the count
 * @param day clinic day
 * @param by who booked it
 * @param reasons of what was beyond the expected
 */
public record CountPosted(String id, LocalDate day, StaffId by, List<Said> reasons) {

  /** Copies the list. */
  public CountPosted {
    reasons = List.copyOf(reasons);
  }

  /**
   * Why a place was off.
   *
   * @param place which
   * @param reason of what kind
   * @param words in words; private
   */
  public record Said(CountPlace place, CountReason reason, String words) {}
}

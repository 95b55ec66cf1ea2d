package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.staff.StaffId;
import java.time.LocalDate;

/**
 * Two persons looked into an alarm.
 *
 * @param alarm which
 * @param day clinic day
 * @param by who decided; the second person is in the act beside it
 * @param reason of what kind
 * @param words what they found; private
 */
public record DifferenceExplanation(
    String alarm, LocalDate day, StaffId by, CountReason reason, String words) {}

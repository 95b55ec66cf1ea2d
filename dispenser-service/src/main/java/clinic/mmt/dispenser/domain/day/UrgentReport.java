package clinic.mmt.dispenser.domain.day;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A booked count found a loss or mix-up that the authority is told of within hours.
 *
 * @param id its own
 * @param day clinic day of the count
 * @param count the count that was booked
 * @param found when its counts were stored
 * @param due by when it is reported
 */
public record UrgentReport(String id, LocalDate day, String count, Instant found, Instant due) {}

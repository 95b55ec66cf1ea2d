package clinic.mmt.dispenser.domain.report;

import java.time.LocalDate;
import java.util.List;

/**
 * Who gets a report, by when, and who signs it: data of the site.
 *
 * @param sheet which, such as {@code stock-report}
 * @param period its name, such as {@code quarter-15}
 * @param to who gets it
 * @param day of the month by which it is there, 1 to 31
 * @param monthsAfter of the month so many after that of the period's last day, 0 to 12
 * @param signatories who signs, in their order
 * @param source where this is written
 */
public record ReportDue(
    String sheet,
    String period,
    String to,
    int day,
    int monthsAfter,
    List<String> signatories,
    String source) {

  /** Copies the list. */
  public ReportDue {
    signatories = List.copyOf(signatories);
  }

  /** The last day on which the report of {@code of} is in time. */
  public LocalDate due(Period of) {
    LocalDate month = of.until().withDayOfMonth(1).plusMonths(monthsAfter);
    return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
  }

  /** The period that ended last before {@code today}. */
  public Period ended(LocalDate today) {
    return Period.named(period, Period.named(period, today).from().minusDays(1));
  }
}

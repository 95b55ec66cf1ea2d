package clinic.mmt.dispenser.domain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By when a report is owed. */
class ReportDueTest {

  @ParameterizedTest
  @CsvSource({
    // period, day, months after, today, title of the last one that ended, due
    "quarter, 4, 1, 2026-03-31, 2025-Q4, 2026-01-04",
    "quarter, 4, 1, 2026-04-01, 2026-Q1, 2026-04-04",
    "month-15, 24, 0, 2026-03-14, 2026-02, 2026-02-24",
    "month-15, 24, 0, 2026-03-15, 2026-03, 2026-03-24",
    "year, 15, 1, 2026-06-01, 2025, 2026-01-15",
    "month, 31, 1, 2026-02-01, 2026-01, 2026-02-28"
  })
  void theLastPeriodThatEndedIsDue(
      String period, int day, int after, LocalDate today, String title, LocalDate due) {
    ReportDue report = new ReportDue("stock-report", period, "to", day, after, List.of(), "source");
    assertEquals(title, report.ended(today).title());
    assertEquals(due, report.due(report.ended(today)));
  }
}

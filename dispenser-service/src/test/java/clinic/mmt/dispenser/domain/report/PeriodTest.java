package clinic.mmt.dispenser.domain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods by the calendar and from the 15th to the 14th, at their borders. */
class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    // The HIV report's quarters, half-year and year of 2026, first and last day, and one beside.
    "quarter-15, 2025-12-15, 2025-12-15, 2026-03-14, 2026-Q1",
    "quarter-15, 2026-03-14, 2025-12-15, 2026-03-14, 2026-Q1",
    "quarter-15, 2025-12-14, 2025-09-15, 2025-12-14, 2025-Q4",
    "quarter-15, 2026-03-15, 2026-03-15, 2026-06-14, 2026-Q2",
    "quarter-15, 2026-06-14, 2026-03-15, 2026-06-14, 2026-Q2",
    "quarter-15, 2026-06-15, 2026-06-15, 2026-09-14, 2026-Q3",
    "quarter-15, 2026-09-15, 2026-09-15, 2026-12-14, 2026-Q4",
    "year-15, 2025-12-15, 2025-12-15, 2026-12-14, 2026",
    "year-15, 2026-12-14, 2025-12-15, 2026-12-14, 2026",
    "year-15, 2026-12-15, 2026-12-15, 2027-12-14, 2027",
    "half-year-15, 2026-01-31, 2025-12-15, 2026-06-14, 2026-H1",
    "half-year-15, 2026-06-15, 2026-06-15, 2026-12-14, 2026-H2",
    "month-15, 2026-02-14, 2026-01-15, 2026-02-14, 2026-02",
    "month-15, 2026-02-15, 2026-02-15, 2026-03-14, 2026-03",
    "month-15, 2026-12-31, 2026-12-15, 2027-01-14, 2027-01",
    "month-15, 2026-01-31, 2026-01-15, 2026-02-14, 2026-02",
    // By the calendar.
    "month, 2028-02-29, 2028-02-01, 2028-02-29, 2028-02",
    "month, 2026-03-01, 2026-03-01, 2026-03-31, 2026-03",
    "quarter, 2026-03-31, 2026-01-01, 2026-03-31, 2026-Q1",
    "quarter, 2026-04-01, 2026-04-01, 2026-06-30, 2026-Q2",
    "half-year, 2026-06-30, 2026-01-01, 2026-06-30, 2026-H1",
    "half-year, 2026-07-01, 2026-07-01, 2026-12-31, 2026-H2",
    "year, 2026-12-31, 2026-01-01, 2026-12-31, 2026",
    "day, 2026-12-31, 2026-12-31, 2026-12-31, 2026-12-31",
    "day-15, 2026-12-31, 2026-12-31, 2026-12-31, 2026-12-31"
  })
  void holdsTheDay(String name, LocalDate day, LocalDate from, LocalDate until, String title) {
    Period period = Period.named(name, day);
    assertEquals(from, period.from());
    assertEquals(until, period.until());
    assertEquals(title, period.title());
  }

  /** No day is in two periods or in none. */
  @Test
  void followOneAnotherWithoutAGap() {
    for (String name :
        new String[] {"month", "quarter-15", "half-year-15", "year-15", "month-15"}) {
      Period period = Period.named(name, LocalDate.of(2024, 1, 1));
      for (int i = 0; i < 60; i++) {
        Period next = Period.named(name, period.until().plusDays(1));
        assertEquals(period.until().plusDays(1), next.from(), name);
        assertEquals(period, Period.named(name, period.from()));
        period = next;
      }
    }
  }

  @Test
  void anotherNameIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Period.named("week", LocalDate.of(2026, 1, 1)));
  }
}

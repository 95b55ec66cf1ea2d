package clinic.mmt.dispenser.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ledger of many days of a clinic, with all its views: the day is closed and a report is made in
 * seconds, and memory stays flat. A year of 200 patients in CI; profile {@code ledger-years} takes
 * ten years of 1,000 patients.
 */
class LedgerYearIT {

  private static final int DAYS = Integer.getInteger("ledger.days", 365);
  private static final int PATIENTS = Integer.getInteger("ledger.patients", 200);

  private static final long SECONDS = Duration.ofSeconds(5).toMillis();

  /** A page cache that fills for the first time, and what the compiler loads. */
  private static final long ROOM = 4L << 20;

  /** Entries and views of a dose, with the days around it. */
  private static final long BYTES_MOST = 7_000;

  @TempDir Path folder;

  private static void tell(String progress) {
    System.err.println(progress);
  }

  @Test
  void closesAndReportsTakeSecondsAndMemoryStaysFlat() throws Exception {
    YearBench.Result result =
        new YearBench(folder, DAYS, PATIENTS, LedgerYearIT::tell).run(); // it verifies too
    String all = result.lines().stream().collect(Collectors.joining("\n"));
    tell(all);
    assertEquals((long) DAYS * PATIENTS, result.doses());
    assertTrue(result.entries() > 5 * result.doses(), "whole doses: " + all);
    assertTrue(result.countMillis() <= SECONDS, all);
    assertTrue(result.closeMillis() <= SECONDS, all);
    assertTrue(result.monthMillis() <= SECONDS, all);
    assertTrue(result.yearMillis() <= SECONDS, all);
    assertEquals(4, result.heaps().size());
    assertTrue(result.heaps().getLast() <= result.heaps().getFirst() * 1.2 + ROOM, all);
    assertTrue(result.bytes() / result.doses() <= BYTES_MOST, all);
  }
}

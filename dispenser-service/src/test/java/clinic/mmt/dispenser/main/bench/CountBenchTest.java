package clinic.mmt.dispenser.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The chart against a fixed percentage over simulated years (R-82 to R-84, H101). */
class CountBenchTest {

  private static final int YEARS = 40;

  @Test
  void honestYearsAreQuietAndSmallLossesAreFoundWhereAFixedPercentageFindsNone() {
    List<String> lines = new CountBench(YEARS).run();
    assertTrue(lines.get(0).startsWith("honest-alarms-in-the-worst-year "), lines.get(0));
    assertTrue(lines.get(0).endsWith(" - <=1 ok"), lines.get(0));
    assertEquals("loss-1mL-daily-found-in-10-days 100.0% 0.0% - 100% ok", lines.get(1));
    assertEquals("loss-5mL-once-found-that-day 100.0% 0.0% - 100% ok", lines.get(2));
    assertEquals("surplus-1mL-daily-found-in-10-days 100.0% 0.0% - 100% ok", lines.get(3));
  }

  /** The control: the simulated year differs from seed to seed, and a thief shows in its counts. */
  @Test
  void aThiefTakesFromTheBottleWhatTheCountsMiss() {
    long honest = sum(7, day -> 0);
    assertNotEquals(honest, sum(8, day -> 0));
    assertEquals(365_000.0, (double) (honest - sum(7, day -> 1000)), 40_000.0);
  }

  private static long sum(long seed, CountedYear.Thief thief) {
    return CountedYear.of(seed, 200, thief).stream()
        .mapToLong(counted -> counted.difference().microlitres())
        .sum();
  }
}

package clinic.mmt.dispenser.domain.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of the issue, beside the computed limit: exact at each bound. */
class DifferenceStepsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private static final DifferenceSteps STEPS = Profile.vietnamDraft().bottles().steps();

  private static Counted counted(LocalDate day, long weighed, long pumped, long difference) {
    return new Counted(
        day,
        Volume.ofMicrolitres(difference),
        new Exposure(
            100, Volume.ofMicrolitres(weighed), Volume.ofMicrolitres(pumped), Volume.ZERO, 1, 2));
  }

  @ParameterizedTest(name = "{0} + {1} poured, {2} off: {3}")
  @CsvSource({
    // Half a percent, one and two of a litre; pumped counts like weighed.
    "1000000, 0, 5000, WITHIN",
    "1000000, 0, 5001, NOTED",
    "400000, 600000, 5001, NOTED",
    "1000000, 0, 10000, NOTED",
    "1000000, 0, 10001, TWO",
    "1000000, 0, 20000, TWO",
    "1000000, 0, 20001, HEAD",
    // Never finer than 1 mL: a small day goes to the head at once.
    "10000, 0, 1000, WITHIN",
    "10000, 0, 1001, HEAD",
    "100000, 0, 1001, TWO",
    "100000, 0, 2000, TWO",
    "100000, 0, 2001, HEAD",
    "0, 0, 0, WITHIN",
  })
  void aDayGoesAsFarAsItsShare(long weighed, long pumped, long off, DifferenceSteps.Step expected) {
    assertEquals(expected, STEPS.step(counted(DAY, weighed, pumped, off)), "too much");
    assertEquals(expected, STEPS.step(counted(DAY, weighed, pumped, -off)), "missing (R-84)");
  }

  @ParameterizedTest(name = "{0} a day over 30 days: {1}")
  @CsvSource({"-5000, false", "-5001, true", "5000, false", "5001, true"})
  void aDriftIsTheSumOfThirtyDays(long each, boolean beyond) {
    List<Counted> days = new ArrayList<>();
    // The day before the thirty would make it a drift by itself.
    days.add(counted(DAY.minusDays(30), 1_000_000, 0, each * 100));
    for (int i = 29; i >= 0; i--) {
      days.add(counted(DAY.minusDays(i), 1_000_000, 0, each));
    }
    assertEquals(
        new DifferenceSteps.Drift(
            30, Volume.ofMicrolitres(30 * each), Volume.ofMicrolitres(150_000), beyond),
        STEPS.drift(days));
  }

  @Test
  void lossAndSurplusOfADriftAreOneSum() {
    DifferenceSteps.Drift drift =
        STEPS.drift(List.of(counted(DAY, 1000, 0, -1500), counted(DAY.plusDays(1), 1000, 0, 500)));
    assertEquals(Volume.ofMicrolitres(-1000), drift.sum());
    assertFalse(drift.beyond(), "1 mL at least");
  }
}

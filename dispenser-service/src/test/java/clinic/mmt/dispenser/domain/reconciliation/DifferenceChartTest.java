package clinic.mmt.dispenser.domain.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.reconciliation.Finding.Kind;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Differences over days: an alarm is worth acting on. */
class DifferenceChartTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  private static final Exposure DAY =
      new Exposure(200, Volume.ofMillilitres(1700), Volume.ZERO, Volume.ZERO, 1, 5);
  private static final long MEAN = -450;

  private final List<Counted> counts = new ArrayList<>();

  /** Days on which the count is off by so much more than what is lost in any case. */
  private void days(int n, long off) {
    for (int i = 0; i < n; i++) {
      counts.add(new Counted(FIRST.plusDays(counts.size()), Volume.ofMicrolitres(MEAN + off), DAY));
    }
  }

  private List<Finding> findings() {
    return DifferenceChart.over(counts);
  }

  @Test
  void whatIsExpectedRaisesNothing() {
    days(365, 0);
    assertEquals(List.of(), findings());
  }

  @Test
  void noCountsRaiseNothing() {
    assertEquals(List.of(), findings());
  }

  @Test
  void fiveMillilitresAreFoundOnTheDay() {
    days(30, 0);
    days(1, -5000);
    days(30, 0);
    assertEquals(
        List.of(
            new Finding(
                FIRST.plusDays(30), FIRST.plusDays(30), Kind.ONE_DAY, Volume.ofMillilitres(-5))),
        findings());
  }

  @Test
  void fiveMillilitresTooMuchAreFoundAsWell() {
    days(30, 0);
    days(1, 5000);
    assertEquals(Kind.ONE_DAY, findings().getFirst().kind());
    assertEquals(5000, findings().getFirst().amount().microlitres());
  }

  /** Four standard deviations of a first count, before anything was learned: 1,648 µL. */
  @Test
  void theLimitOfOneDayIsWhereThePageSays() {
    days(1, -1645);
    assertEquals(List.of(), findings());
    counts.clear();
    days(1, -1655);
    assertEquals(Kind.ONE_DAY, findings().getFirst().kind());
  }

  @Test
  void oneMillilitreADayIsFoundWithinTenDaysAndTellsSinceWhen() {
    days(30, 0);
    days(10, -1000);
    Finding found = findings().getFirst();
    assertEquals(Kind.EVERY_DAY, found.kind());
    assertEquals(FIRST.plusDays(30), found.since());
    assertTrue(found.day().isBefore(FIRST.plusDays(40)));
    assertEquals(
        found.day().toEpochDay() - found.since().toEpochDay() + 1,
        Math.round(found.amount().microlitres() / -1000.0));
  }

  /** too much is taken as seriously as too little. */
  @Test
  void oneMillilitreADayTooMuchIsFoundOnTheSameDayAsOneMissing() {
    days(30, 0);
    days(10, 1000);
    LocalDate surplus = findings().getFirst().day();
    counts.clear();
    days(30, 0);
    days(10, -1000);
    assertEquals(findings().getFirst().day(), surplus);
  }

  /** a surplus never makes a loss smaller. */
  @Test
  void lossAndSurplusInTurnAreNotNettedWithinTheLimitOfADay() {
    days(30, 0);
    for (int i = 0; i < 5; i++) {
      days(1, -3000);
      days(1, 3000);
    }
    assertEquals(10, findings().size());
  }

  @Test
  void aHabitOfTheDevicesIsLearnedAndRaisesNothing() {
    days(365, -600);
    assertEquals(List.of(), findings());
  }

  /** The control of the test above: more than any habit of devices in their limits. */
  @Test
  void moreThanTheDevicesExplainIsFoundAlthoughItWasThereFromTheFirstDay() {
    days(60, -1400);
    assertTrue(findings().stream().anyMatch(f -> f.kind() == Kind.IN_ALL));
  }

  @Test
  void whatWasLearnedDoesNotHideWhatComesLater() {
    days(60, -300);
    days(10, -1300);
    Finding found = findings().getFirst();
    assertEquals(Kind.EVERY_DAY, found.kind());
    assertEquals(FIRST.plusDays(60), found.since());
  }
}

package clinic.mmt.dispenser.domain.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.dispenser.domain.reconciliation.Band;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** the doses themselves say when a pump drifts, and not when it does not. */
class PumpChartTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final Band DRIFT = Profile.vietnamDraft().pumps().drift();
  private static final int A_DAY = 60;

  /** A weighing to the hundredth of a gram, with the noise of scale, drip and film. */
  private static Volume weighed(SplittableRandom dice, double truth) {
    double noisy = truth + 15 * (dice.nextDouble() + dice.nextDouble() + dice.nextDouble() - 1.5);
    return Volume.ofMicrolitres(Math.round(noisy / 10) * 10);
  }

  private static Volume ordered(SplittableRandom dice) {
    return Volume.ofMicrolitres(2_000 + dice.nextInt(17) * 500L);
  }

  private static PumpChart day(PumpChart chart, SplittableRandom dice, LocalDate on, double off) {
    PumpChart now = chart;
    for (int i = 0; i < A_DAY; i++) {
      Volume pumped = ordered(dice);
      now = now.after(pumped, weighed(dice, pumped.microlitres() * (1 + off)), on);
    }
    return now;
  }

  @Test
  void aTubeThatWearsIsToldBeforeItMatters() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom dice = new SplittableRandom(seed);
      PumpChart chart = PumpChart.EMPTY;
      int advised = 0;
      int demanded = 0;
      int stopped = 0;
      for (int d = 1; d <= 60 && stopped == 0; d++) { // +0.05 % a day
        chart = day(chart, dice, DAY.plusDays(d), 0.0005 * d);
        PumpChart.Level level = chart.level(DRIFT);
        advised = advised == 0 && level.compareTo(PumpChart.Level.ADVISED) >= 0 ? d : advised;
        demanded = demanded == 0 && level.compareTo(PumpChart.Level.DEMANDED) >= 0 ? d : demanded;
        stopped = level == PumpChart.Level.STOPPED ? d : stopped;
      }
      String told = "seed " + seed + ": " + advised + " " + demanded + " " + stopped;
      assertTrue(advised > 10 && advised < 20, told + ": advised below 1 %");
      assertTrue(demanded > advised && demanded < 30, told);
      assertTrue(stopped > demanded && stopped < 40, told + ": stopped before 2 %, the first band");
    }
  }

  @Test
  void anHonestPumpRaisesLessThanTwoAdvicesAYear() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom dice = new SplittableRandom(seed);
      PumpChart chart = PumpChart.EMPTY;
      // As far off as pump and density may be after a calibration.
      double off = 0.005 * (seed % 2 == 0 ? 1 : -1);
      int advices = 0;
      boolean on = false;
      for (int d = 0; d < 365; d++) {
        chart = day(chart, dice, DAY.plusDays(d), off);
        boolean told = chart.level(DRIFT) != PumpChart.Level.WELL;
        advices += told && !on ? 1 : 0;
        on = told;
      }
      assertTrue(advices < 2, "seed " + seed + ": " + advices);
    }
  }

  @Test
  void theLevelsLieAtTheirBorders() { // without noise: 20 equal doses of 8 mL
    assertEquals(PumpChart.Level.WELL, equal(20, 8_000 + 60).level(DRIFT), "0.75 %");
    assertEquals(PumpChart.Level.ADVISED, equal(20, 8_000 + 62).level(DRIFT));
    assertEquals(PumpChart.Level.WELL, equal(19, 8_000 + 62).level(DRIFT), "too few doses");
    assertEquals(PumpChart.Level.ADVISED, equal(20, 8_000 + 95).level(DRIFT));
    assertEquals(PumpChart.Level.DEMANDED, equal(20, 8_000 + 97).level(DRIFT));
    assertEquals(PumpChart.Level.DEMANDED, equal(20, 8_000 + 143).level(DRIFT));
    assertEquals(PumpChart.Level.STOPPED, equal(20, 8_000 - 145).level(DRIFT), "either way");
  }

  private static PumpChart equal(int doses, long weighed) {
    PumpChart chart = PumpChart.EMPTY;
    for (int i = 0; i < doses; i++) {
      chart =
          chart.after(
              Volume.ofMicrolitres(8_000),
              Volume.ofMicrolitres(weighed + (i % 2 == 0 ? -6 : 6)),
              DAY);
    }
    return chart;
  }

  @Test
  void oneDoseOfAirIsNoDrift() {
    PumpChart chart = equal(30, 8_000).after(Volume.ofMicrolitres(8_000), Volume.ZERO, DAY);
    assertEquals(PumpChart.Level.WELL, chart.level(DRIFT));
    assertTrue(chart.drift() < 0 && chart.drift() > -2_000, "it counts 4 % of one dose at most");
  }

  @Test
  void aScaleThatStandsStillIsNoDriftOfThePump() {
    SplittableRandom dice = new SplittableRandom(7);
    PumpChart before = day(PumpChart.EMPTY, dice, DAY, 0);
    PumpChart chart = before;
    for (int i = 0; i < 40; i++) {
      chart = chart.after(Volume.ofMicrolitres(4_000 + i * 100L), Volume.ofMicrolitres(8_790), DAY);
    }
    assertEquals(PumpChart.Level.SCALE_STUCK, chart.level(DRIFT));
    assertTrue(Math.abs(chart.drift() - before.drift()) < 1_500, "the pump is not blamed");
    PumpChart equal = equal(40, 8_000);
    assertEquals(PumpChart.Level.WELL, equal.level(DRIFT), "the control: equal doses");
    PumpChart again = chart.after(Volume.ofMicrolitres(5_000), Volume.ofMicrolitres(5_010), DAY);
    assertEquals(PumpChart.Level.WELL, again.level(DRIFT), "it moves again");
  }

  @Test
  void aDemandIsDueBeforeTheNextOpening() {
    PumpChart chart = equal(20, 8_000 + 130);
    PumpStand stand = PumpStand.NEW.with(chart);
    assertEquals(Optional.empty(), PumpGate.against(stand, DAY, DRIFT), "today goes on");
    assertEquals(Optional.of(PumpGate.DRIFTED), PumpGate.against(stand, DAY.plusDays(1), DRIFT));
    PumpStand stopped = PumpStand.NEW.with(equal(20, 8_000 + 158));
    assertEquals(Optional.of(PumpGate.DRIFTED), PumpGate.against(stopped, DAY, DRIFT));
  }
}

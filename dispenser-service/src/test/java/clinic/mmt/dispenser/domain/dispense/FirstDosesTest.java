package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pump and scale agree within 3 % over a batch's first five doses, else it is stopped (H90). */
class FirstDosesTest {

  private static final Profile PROFILE = Profile.vietnamDraft();

  /** Doses of which the scale says so many thousandths, until one stops the batch; which one. */
  private static int stoppedAt(int permille, long... ordered) {
    FirstDoses.Known record = FirstDoses.Known.NONE;
    for (int i = 0; i < ordered.length; i++) {
      Optional<FirstDoses.Judged> judged =
          FirstDoses.judge(record, dose(i, ordered[i], ordered[i] * permille / 1000), PROFILE);
      if (judged.map(FirstDoses.Judged::stopped).orElse(false)) {
        return i + 1;
      }
      record = new FirstDoses.Known(all(i, permille, ordered), false);
    }
    return 0;
  }

  private static List<Compared> all(int last, int permille, long... ordered) {
    List<Compared> doses = new ArrayList<>();
    for (int i = 0; i <= Math.min(last, 4); i++) {
      doses.add(dose(i, ordered[i], ordered[i] * permille / 1000));
    }
    return doses;
  }

  private static Compared dose(int number, long expected, long weighed) {
    return new Compared(
        new DoseId("D-" + number), Volume.ofMicrolitres(expected), Volume.ofMicrolitres(weighed));
  }

  @Test
  void aDensity13PercentWrongStopsTheBatchAtItsFirstDose() { // 1.15 typed for 1.02
    assertEquals(1, stoppedAt(1000 * 1000 / 1130, 8500, 8500, 8500, 8500, 8500));
    assertEquals(1, stoppedAt(1130, 500));
  }

  @Test
  void threePercentIsWithinAndTheNextMicrolitreIsNot() {
    assertFalse(one(10_000, 9_700).stopped());
    assertTrue(one(10_000, 9_699).stopped());
    assertFalse(one(10_000, 10_300).stopped());
    assertTrue(one(10_000, 10_301).stopped());
  }

  private static FirstDoses.Judged one(long expected, long weighed) {
    return FirstDoses.judge(FirstDoses.Known.NONE, dose(1, expected, weighed), PROFILE)
        .orElseThrow();
  }

  @Test
  void aTinyDoseAloneIsJudgedByTheNoiseOfAWeighingAndNotByThreePercent() {
    assertFalse(one(500, 460).stopped());
    assertTrue(one(500, 459).stopped());
  }

  @Test
  void itIsTheSumThatCountsSoErrorsOfBothSignsPassAndSteadyOnesAddUp() {
    FirstDoses.Known low = new FirstDoses.Known(List.of(dose(1, 2000, 1950)), false);
    assertFalse(FirstDoses.judge(low, dose(2, 2000, 2050), PROFILE).orElseThrow().stopped());
    // 50 µL of 1000 are 5 %: alone beyond 40 µL, beside 2 mL that are right within 3 % of the sum
    FirstDoses.Known right = new FirstDoses.Known(List.of(dose(1, 2000, 2000)), false);
    assertFalse(FirstDoses.judge(right, dose(2, 1000, 950), PROFILE).orElseThrow().stopped());
    // an error of 4 % hides below the noise in doses of 0.9 mL, and no longer once one is large
    assertEquals(0, stoppedAt(960, 900, 900, 900, 900, 900));
    assertEquals(5, stoppedAt(960, 900, 900, 900, 900, 9000));
  }

  @Test
  void theSixthDoseIsNotJudgedAndATopUpReplacesItsDose() {
    FirstDoses.Known five = new FirstDoses.Known(all(4, 1000, 5, 5, 5, 5, 5), false);
    assertEquals(Optional.empty(), FirstDoses.judge(five, dose(9, 8500, 1), PROFILE));
    assertTrue(FirstDoses.judge(five, dose(4, 8500, 1), PROFILE).orElseThrow().stopped());
  }

  @Test
  void aStoppedBatchIsNotJudgedAgain() {
    FirstDoses.Known stopped = new FirstDoses.Known(List.of(dose(1, 8500, 7500)), true);
    assertEquals(Optional.empty(), FirstDoses.judge(stopped, dose(2, 8500, 9500), PROFILE));
  }
}

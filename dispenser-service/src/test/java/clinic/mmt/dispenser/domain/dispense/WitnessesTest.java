package clinic.mmt.dispenser.domain.dispense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.Witnesses.Verdict;
import clinic.mmt.dispenser.domain.profile.Profile;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ordered, pumped and weighed, held against each other. */
class WitnessesTest {

  private static final Profile PROFILE = Profile.vietnamDraft();
  private static final Concentration STRENGTH = Concentration.ofMilligramsPerMillilitre(10);
  private static final Density DENSITY = new Density(1_034_500);

  @Test
  void theyAgreeUpToTheLimitAndNotOneMicrolitreFurther() {
    assertEquals(Verdict.AGREE, judge(8500, 8500, 8330));
    assertEquals(Verdict.AGREE, judge(8500, 8500, 8670));
    assertEquals(Verdict.SHORT, judge(8500, 8500, 8329));
    assertEquals(Verdict.SMALL_DIFFERENCE, judge(8500, 8500, 8671));
  }

  @Test
  void pumpAndScaleTogetherShortIsATopUp() {
    assertEquals(Verdict.SHORT, judge(8500, 8300, 8300));
    assertEquals(Verdict.SHORT, judge(8500, 8075, 8075));
    assertEquals(Verdict.DISAGREE, judge(8500, 8074, 8074));
  }

  @Test
  void aPumpThatRunsAFewPercentLowIsToppedUpAndThenAgrees() { // R-114, drift of a worn tube
    assertEquals(Verdict.SHORT, judge(8500, 8500, 8250));
    assertEquals(Verdict.AGREE, judge(8500, 8750, 8500));
  }

  @Test
  void pumpAndScaleFurtherApartThanATopUpDisagree() { // R-114, H90
    assertEquals(Verdict.SHORT, judge(8500, 8500, 8075));
    assertEquals(Verdict.DISAGREE, judge(8500, 8500, 8074));
    assertEquals(Verdict.DISAGREE, judge(8500, 8080, 8506));
  }

  @Test
  void pumpAndScaleTogetherOverIsSmallUpTo5PercentAnd5Milligrams() { // section 4
    assertEquals(Verdict.SMALL_DIFFERENCE, judge(8500, 8800, 8800));
    assertEquals(Verdict.SMALL_DIFFERENCE, judge(8500, 8925, 8925));
    assertEquals(Verdict.DISAGREE, judge(8500, 8926, 8926));
    assertEquals(Verdict.SMALL_DIFFERENCE, judge(20_000, 20_500, 20_500));
    assertEquals(Verdict.DISAGREE, judge(20_000, 20_501, 20_501));
  }

  @Test
  void aWeightAloneNeverMakesADose() { // principle 4
    assertEquals(Verdict.DISAGREE, judge(8500, 0, 8500));
    assertEquals(Verdict.DISAGREE, judge(8500, 8500, 0));
    assertEquals(Verdict.DISAGREE, judge(8500, 17_000, 8500));
  }

  @Test
  void withoutDensityTheGrossGateStopsWhatNoDensityExplains() { // section 4, R-66
    assertEquals(Verdict.AGREE, gross(8500, 8500, new Density(980_000)));
    assertEquals(Verdict.AGREE, gross(8500, 8500, new Density(1_250_000)));
    assertEquals(Verdict.DISAGREE, gross(8500, 8500, new Density(950_000)));
    assertEquals(Verdict.DISAGREE, gross(8500, 8500, new Density(1_280_000)));
    assertEquals(Verdict.DISAGREE, gross(8500, 8300, new Density(1_034_500)));
  }

  @Test
  void withoutDensityNothingIsConfirmed() {
    assertFalse(Witnesses.weigh(DENSITY.massOf(v(8500)), Optional.empty(), PROFILE).confirmed());
    assertTrue(Witnesses.weigh(DENSITY.massOf(v(8500)), Optional.of(DENSITY), PROFILE).confirmed());
  }

  @Test
  void aDensity13PercentWrongIsADisagreementNotALargerDose() { // H90
    Density wrong = new Density(1_168_985);
    Weighing weighing = Witnesses.weigh(DENSITY.massOf(v(8500)), Optional.of(wrong), PROFILE);
    assertEquals(Verdict.DISAGREE, Witnesses.judge(v(8500), v(8500), weighing, STRENGTH, PROFILE));
  }

  private static Volume v(long microlitres) {
    return Volume.ofMicrolitres(microlitres);
  }

  private static Verdict judge(long ordered, long pumped, long weighed) {
    Weighing weighing = new Weighing(DENSITY.massOf(v(weighed)), v(weighed), true);
    return Witnesses.judge(v(ordered), v(pumped), weighing, STRENGTH, PROFILE);
  }

  private static Verdict gross(long ordered, long pumped, Density truth) {
    Weighing weighing = Witnesses.weigh(truth.massOf(v(pumped)), Optional.empty(), PROFILE);
    return Witnesses.judge(v(ordered), v(pumped), weighing, STRENGTH, PROFILE);
  }
}

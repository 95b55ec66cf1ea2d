package clinic.mmt.dispenser.domain.eligibility;

import static clinic.mmt.dispenser.domain.eligibility.Someone.MONDAY_1ST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.eligibility.DoseDay.Kind;
import clinic.mmt.dispenser.domain.eligibility.Verdict.Decision;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** two parts of a day's dose, some hours apart; a missed one is never made good (H96). */
class SplitDoseTest {

  private static final LocalDate TUESDAY = MONDAY_1ST.plusDays(1);
  private static final List<Stage> STAGES = List.of(Stage.values());
  private static final Instant MORNING = Instant.parse("2027-03-02T01:00:00Z");
  private static final Eligibility ELIGIBILITY = new Eligibility(Someone.rules("VN-2024"));

  private static Someone split() {
    return Someone.on(TUESDAY).took(MONDAY_1ST, 80).split(30).at(MORNING);
  }

  private static Someone inTheMorning(long milligrams, long minutesAgo) {
    return split().tookAt(MORNING.minusSeconds(60 * minutesAgo), TUESDAY, milligrams);
  }

  private static boolean told(Verdict verdict, ReasonCode code) {
    return verdict.reasons().stream().anyMatch(reason -> reason.code() == code);
  }

  @Test
  void theFirstPartIsPouredFirstAndTheOtherIsTold() {
    Verdict verdict = ELIGIBILITY.decide(split().patientDay());
    assertEquals(Decision.DISPENSE, verdict.decision());
    assertEquals(Mass.ofMilligrams(50), verdict.dose());
    assertTrue(told(verdict, ReasonCode.SPLIT_DOSE));
  }

  /** H96: 4 and 6 hours, a minute before and after. */
  @ParameterizedTest
  @CsvSource({
    "239, NEEDS_DOCTOR, PARTS_ASK",
    "240, DISPENSE, PARTS_TELL",
    "359, DISPENSE, PARTS_TELL",
    "360, DISPENSE, NOTHING"
  })
  void theLaterPartWaitsSomeHours(long minutes, Decision decision, String told) {
    Verdict verdict = ELIGIBILITY.decideLater(inTheMorning(50, minutes).patientDay());
    assertEquals(decision, verdict.decision());
    assertEquals(
        Mass.ofMilligrams(30),
        verdict.decision() == Decision.DISPENSE ? verdict.dose() : verdict.proposed());
    assertEquals(told.equals("PARTS_ASK"), told(verdict, ReasonCode.PARTS_ASK));
    assertEquals(told.equals("PARTS_TELL"), told(verdict, ReasonCode.PARTS_TELL));
  }

  @Test
  void aDoctorReleasesALaterPartThatComesTooSoon() {
    Someone soon = inTheMorning(50, 60).released(ReasonCode.PARTS_ASK);
    assertEquals(Decision.DISPENSE, ELIGIBILITY.decideLater(soon.patientDay()).decision());
  }

  /** The evening before counts by the hours between parts, not by those between days. */
  @ParameterizedTest
  @CsvSource({"239, NEEDS_DOCTOR", "240, DISPENSE"})
  void betweenEveningAndMorningThereAreTheHoursOfParts(long minutes, Decision decision) {
    Someone someone =
        Someone.on(TUESDAY)
            .split(30)
            .at(MORNING)
            .tookAt(MORNING.minusSeconds(60 * minutes), MONDAY_1ST, 80);
    assertEquals(decision, ELIGIBILITY.decide(someone.patientDay()).decision());
  }

  @Test
  void neverMoreThanIsLeftOfTheDay() {
    assertEquals(
        Mass.ofMilligrams(10), ELIGIBILITY.decideLater(inTheMorning(70, 300).patientDay()).dose());
    assertEquals(Mass.ZERO, ELIGIBILITY.decideLater(inTheMorning(80, 300).patientDay()).dose());
  }

  /** What is not poured is not divided: a doctor decides about the whole day. */
  @Test
  void aDayThatADoctorDecidesIsNotDividedBefore() {
    Someone away = Someone.on(TUESDAY).took(MONDAY_1ST.minusDays(5), 80);
    Verdict whole = ELIGIBILITY.decide(away.patientDay());
    assertEquals(Decision.NEEDS_DOCTOR, whole.decision(), "the control");
    assertEquals(whole, ELIGIBILITY.decide(away.split(30).patientDay()));
    assertEquals(
        List.of(ReasonCode.NOT_FIT),
        ELIGIBILITY.decide(split().unfit().patientDay()).reasons().stream()
            .map(Reason::code)
            .filter(code -> code.weight() == Weight.REFUSES || code == ReasonCode.SPLIT_DOSE)
            .toList());
  }

  /** the doctor comes before what is only told, and after what refuses. */
  @Test
  void whomTheCounterSentToADoctorIsToldSoFirst() {
    Verdict told = ELIGIBILITY.decide(split().patientDay()).sentToDoctor();
    assertEquals(Decision.NEEDS_DOCTOR, told.decision());
    assertEquals(ReasonCode.SENT_TO_DOCTOR, told.reasons().getFirst().code());
    assertTrue(told(told, ReasonCode.SPLIT_DOSE));
    Verdict refused = ELIGIBILITY.decide(split().unfit().patientDay()).sentToDoctor();
    assertEquals(Decision.REFUSE, refused.decision());
    assertEquals(ReasonCode.NOT_FIT, refused.reasons().getFirst().code());
  }

  @Test
  void aMissedFirstPartIsNotMadeGood() {
    assertEquals(Mass.ofMilligrams(30), ELIGIBILITY.decideLater(split().patientDay()).dose());
  }

  @Test
  void aFirstPartInDoubtNeedsADoctor() { // principle 1
    Someone doubt = split().took(TUESDAY, 50, Kind.OBSERVED, false);
    Verdict verdict = ELIGIBILITY.decideLater(doubt.patientDay());
    assertEquals(Decision.NEEDS_DOCTOR, verdict.decision());
    assertTrue(told(verdict, ReasonCode.DOSE_IN_DOUBT));
  }

  @Test
  void whateverStopsTheDayStopsTheLaterPart() {
    assertEquals(
        Decision.REFUSE,
        ELIGIBILITY.decideLater(inTheMorning(50, 300).unfit().patientDay()).decision());
  }

  /** A rise that waits is taken off the first part; the later one is what is left. */
  @Test
  void aRiseThatWaitsIsTakenOffTheFirstPart() {
    LocalDate wednesday = TUESDAY.plusDays(1);
    Someone missed =
        Someone.on(wednesday)
            .ordered(Stage.TITRATION, 85, MONDAY_1ST.minusDays(3))
            .split(30)
            .took(MONDAY_1ST, 80)
            .took(MONDAY_1ST.minusDays(4), 80);
    Verdict first = ELIGIBILITY.decide(missed.patientDay());
    assertTrue(told(first, ReasonCode.RISE_WAITS));
    assertEquals(Mass.ofMilligrams(50), first.dose());
    assertEquals(
        Mass.ofMilligrams(30),
        ELIGIBILITY.decideLater(missed.took(wednesday, 50).patientDay()).dose());
  }

  /** For many days and splits: both parts together are never more than the day's order. */
  @ParameterizedTest
  @ValueSource(strings = {"VN-2024", "US-2024", "AU-2003", "WHO-2009"})
  void bothPartsAreNeverMoreThanTheDay(String profile) {
    Eligibility eligibility = new Eligibility(Someone.rules(profile));
    int both = 0;
    for (long seed = 1; seed <= 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int ordered = 20 + random.nextInt(100);
      Someone someone =
          Someone.on(TUESDAY)
              .ordered(STAGES.get(random.nextInt(STAGES.size())), ordered, MONDAY_1ST.minusDays(1))
              .split(1 + random.nextInt(ordered - 1))
              .took(MONDAY_1ST.minusDays(random.nextInt(3)), 10 + random.nextInt(120));
      Verdict first = eligibility.decide(someone.patientDay());
      boolean comes = first.decision() == Decision.DISPENSE && random.nextInt(4) > 0;
      long taken = comes ? first.dose().micrograms() / 1000 : 0;
      Verdict later =
          eligibility.decideLater((comes ? someone.took(TUESDAY, taken) : someone).patientDay());
      Mass sum = Mass.ofMilligrams(taken).plus(later.dose());
      assertFalse(sum.isMoreThan(Mass.ofMilligrams(ordered)), profile + " seed " + seed);
      both += comes && later.decision() == Decision.DISPENSE ? 1 : 0;
    }
    assertTrue(both > 200, "the control: many get both parts, " + both);
  }
}

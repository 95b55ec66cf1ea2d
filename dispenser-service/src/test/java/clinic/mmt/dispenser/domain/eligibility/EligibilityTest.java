package clinic.mmt.dispenser.domain.eligibility;

import static clinic.mmt.dispenser.domain.eligibility.Someone.MONDAY_1ST;
import static clinic.mmt.dispenser.domain.eligibility.Someone.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.eligibility.DoseDay.Kind;
import clinic.mmt.dispenser.domain.eligibility.Verdict.Decision;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.quantity.Mass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may drink what today: each rule at its boundary, and what it does to the others. */
class EligibilityTest {

  private static final LocalDate DAY = MONDAY_1ST;
  private static final LocalDate YESTERDAY = DAY.minusDays(1);
  private static final Instant NOW = Instant.parse("2027-03-01T07:00:00Z");

  private static List<ReasonCode> codes(Verdict verdict) {
    return verdict.reasons().stream().map(Reason::code).toList();
  }

  private static Someone stable() {
    return on(DAY).took(YESTERDAY, 80);
  }

  @Test
  void theOrdinaryDayIsExplainedToo() {
    Verdict verdict = stable().by("VN-2024");
    assertEquals(Decision.DISPENSE, verdict.decision());
    assertEquals(80_000, verdict.dose().micrograms());
    assertEquals(0, verdict.proposed().micrograms());
    assertEquals(List.of(ReasonCode.ENTITLED), codes(verdict));
  }

  /** R-30, whoever gave it. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aDoseOfTodayIsTheOnlyOne(Kind kind) {
    Verdict verdict = stable().took(DAY, 80, kind, true).by("VN-2024");
    assertEquals(Decision.REFUSE, verdict.decision());
    assertEquals(
        kind == Kind.TAKE_HOME ? ReasonCode.COVERED_BY_TAKE_HOME : ReasonCode.ALREADY_DOSED,
        codes(verdict).getFirst());
  }

  /** Principle 1: in doubt a dose counts as taken for «no second dose». */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aDoseOfTodayThatNobodyConfirmedIsOneToo(Kind kind) {
    Verdict verdict = stable().took(DAY, 80, kind, false).by("VN-2024");
    assertEquals(Decision.REFUSE, verdict.decision());
    assertEquals(ReasonCode.MAYBE_DOSED, codes(verdict).getFirst());
  }

  /** A take-home dose for tomorrow says nothing about today. */
  @Test
  void aTakeHomeDoseForTomorrowIsNoneOfToday() {
    Verdict verdict = stable().took(DAY.plusDays(1), 80, Kind.TAKE_HOME, true).by("VN-2024");
    assertEquals(Decision.DISPENSE, verdict.decision());
  }

  /** hard at both ends. */
  @ParameterizedTest
  @CsvSource({"-1, REFUSE", "0, DISPENSE", "9, DISPENSE", "10, REFUSE"})
  void aPrescriptionHoldsFromItsFirstToItsLastDay(int day, Decision expected) {
    Verdict verdict =
        on(DAY.plusDays(day))
            .ordered(Stage.MAINTENANCE, 80, DAY, DAY.plusDays(9))
            .took(DAY.plusDays(day - 1), 80)
            .by("VN-2024");
    assertEquals(expected, verdict.decision());
  }

  /** R-10 stops at the counter; are kept at signing and told here. */
  @ParameterizedTest
  @CsvSource({
    "MAINTENANCE, 30, DISPENSE",
    "MAINTENANCE, 31, NEEDS_DOCTOR",
    "TAPER, 14, DISPENSE",
    "TAPER, 15, DISPENSE",
    "TITRATION, 5, DISPENSE",
    "TITRATION, 6, DISPENSE",
    "INDUCTION, 5, DISPENSE",
    "INDUCTION, 6, DISPENSE"
  })
  void aPrescriptionLastsNoLongerThanItsStageAllows(Stage stage, int days, Decision expected) {
    Verdict verdict =
        on(DAY).ordered(stage, 80, DAY, DAY.plusDays(days - 1L)).took(YESTERDAY, 80).by("VN-2024");
    assertEquals(expected, verdict.decision());
  }

  @ParameterizedTest
  @CsvSource({
    "11, false, REFUSE",
    "11, true, REFUSE", // no consent makes up for the years
    "12, true, DISPENSE",
    "12, false, REFUSE",
    "17, false, REFUSE",
    "17, true, DISPENSE",
    "18, false, DISPENSE"
  })
  void aMinorNeedsTheConsentOfARepresentative(int age, boolean consent, Decision expected) {
    assertEquals(expected, stable().aged(age, consent).by("VN-2024").decision());
  }

  /** R-31; R-116 has the way on. */
  @Test
  void whoIsNotFitWaits() {
    Verdict verdict = stable().unfit().by("VN-2024");
    assertEquals(Decision.REFUSE, verdict.decision());
    assertEquals(Lifter.CHECK_AGAIN, verdict.reasons().getFirst().code().lifter());
  }

  /** administrative holds inform; only the head makes one blocking. */
  @ParameterizedTest
  @CsvSource({
    "DOCTOR, NEEDS_DOCTOR, DOCTOR",
    "PHARMACIST, REFUSE, PHARMACIST",
    "HEAD, REFUSE, HEAD",
    "ADMINISTRATION, DISPENSE, NOBODY"
  })
  void whoMadeAHoldLiftsIt(Hold.By by, Decision expected, Lifter lifter) {
    Verdict verdict = stable().held(by).by("VN-2024");
    assertEquals(expected, verdict.decision());
    assertTrue(verdict.reasons().stream().anyMatch(r -> r.code().lifter() == lifter));
  }

  /** 20 mg here, 50 mg there, in whatever stage. */
  @ParameterizedTest
  @CsvSource({
    "VN-2024, INDUCTION, 20, DISPENSE, 20",
    "VN-2024, INDUCTION, 21, NEEDS_DOCTOR, 20",
    "VN-2024, MAINTENANCE, 80, NEEDS_DOCTOR, 20",
    "US-2024, INDUCTION, 50, DISPENSE, 50",
    "US-2024, INDUCTION, 51, NEEDS_DOCTOR, 50"
  })
  void aFirstDoseIsSmall(String profile, Stage stage, long dose, Decision expected, long amount) {
    Verdict verdict = on(DAY).ordered(stage, dose, DAY, DAY.plusDays(4)).by(profile);
    assertEquals(expected, verdict.decision());
    assertEquals(amount * 1000, verdict.dose().plus(verdict.proposed()).micrograms());
    assertTrue(codes(verdict).contains(ReasonCode.NEW_START));
  }

  @Test
  void twoSignaturesLiftALimitOfTheAmount() {
    Verdict verdict =
        on(DAY).ordered(Stage.INDUCTION, 30, DAY, DAY.plusDays(4)).signedByTwo().by("VN-2024");
    assertEquals(30_000, verdict.dose().micrograms());
    assertTrue(codes(verdict).contains(ReasonCode.SIGNED_OVER_LIMITS));
  }

  /** R-15 while rising: 10 mg in the first two weeks, 15 mg after that. */
  @ParameterizedTest
  @CsvSource({
    "13, 50, DISPENSE",
    "13, 51, NEEDS_DOCTOR",
    "14, 55, DISPENSE",
    "14, 56, NEEDS_DOCTOR"
  })
  void aStepIsSmallerInTheFirstTwoWeeks(int since, long dose, Decision expected) {
    Someone someone = on(DAY).ordered(Stage.TITRATION, dose, DAY, DAY.plusDays(4));
    for (int i = since; i > 0; i--) {
      someone.took(DAY.minusDays(i), 40);
    }
    Verdict verdict = someone.by("VN-2024");
    assertEquals(expected, verdict.decision());
    assertTrue(
        verdict.dose().plus(verdict.proposed()).micrograms() <= (since < 14 ? 50_000 : 55_000));
  }

  /** three days between rises; the first dose counts as one. */
  @ParameterizedTest
  @CsvSource({"2, NEEDS_DOCTOR, 20", "3, DISPENSE, 25"})
  void aRiseWaitsThreeDays(int since, Decision expected, long amount) {
    Someone someone = on(DAY).ordered(Stage.INDUCTION, 25, DAY, DAY.plusDays(4));
    for (int i = since; i > 0; i--) {
      someone.took(DAY.minusDays(i), 20);
    }
    Verdict verdict = someone.by("VN-2024");
    assertEquals(expected, verdict.decision());
    assertEquals(amount * 1000, verdict.dose().plus(verdict.proposed()).micrograms());
  }

  /** A maintenance patient whose file begins yesterday is not new. */
  @Test
  void inMaintenanceAShortFileIsNoFirstWeek() {
    Verdict verdict = on(DAY).ordered(Stage.MAINTENANCE, 90, DAY).took(YESTERDAY, 80).by("VN-2024");
    assertEquals(90_000, verdict.dose().micrograms());
  }

  /** */
  @ParameterizedTest
  @CsvSource({"60, DISPENSE", "61, NEEDS_DOCTOR"})
  void aWeekHasALimitToo(long dose, Decision expected) {
    Someone someone = on(DAY).ordered(Stage.MAINTENANCE, dose, DAY);
    for (int i = 40; i > 0; i--) {
      someone.took(DAY.minusDays(i), i > 3 ? 30 : 45);
    }
    assertEquals(expected, someone.by("VN-2024").decision());
  }

  /** 200 mg. */
  @ParameterizedTest
  @CsvSource({"VN-2024, 200, DISPENSE", "VN-2024, 201, NEEDS_DOCTOR", "US-2024, 300, DISPENSE"})
  void aboveTheCeilingTwoSign(String profile, long dose, Decision expected) {
    Someone someone = on(DAY).ordered(Stage.MAINTENANCE, dose, DAY).took(YESTERDAY, dose);
    assertEquals(expected, someone.by(profile).decision());
    assertEquals(Decision.DISPENSE, someone.signedByTwo().by(profile).decision());
  }

  /** a rise waits for a day taken and kept down. */
  @Test
  void aRiseWaitsAfterAMissedDay() {
    Someone someone = on(DAY).ordered(Stage.TITRATION, 45, DAY, DAY.plusDays(4));
    for (int i = 20; i > 1; i--) {
      someone.took(DAY.minusDays(i), 40);
    }
    Verdict waits = someone.by("VN-2024");
    assertEquals(40_000, waits.dose().micrograms());
    assertTrue(codes(waits).contains(ReasonCode.RISE_WAITS));
    Verdict rises = someone.took(YESTERDAY, 40).by("VN-2024");
    assertEquals(45_000, rises.dose().micrograms());
  }

  @Test
  void aRiseWaitsAfterAVomitedDose() {
    Someone someone = on(DAY).ordered(Stage.TITRATION, 45, DAY, DAY.plusDays(4));
    for (int i = 20; i > 1; i--) {
      someone.took(DAY.minusDays(i), 40);
    }
    assertEquals(40_000, someone.vomited(YESTERDAY, 40).by("VN-2024").dose().micrograms());
  }

  @Test
  void twoMissedDaysWhileRisingNeedADoctor() {
    Someone someone = on(DAY).ordered(Stage.TITRATION, 40, DAY.minusDays(3), DAY.plusDays(1));
    for (int i = 20; i > 2; i--) {
      someone.took(DAY.minusDays(i), 40);
    }
    Verdict verdict = someone.by("VN-2024");
    assertEquals(Decision.NEEDS_DOCTOR, verdict.decision());
    assertTrue(codes(verdict).contains(ReasonCode.RISE_BROKEN));
  }

  /** the doctor next time; and a doctor may release it after seeing the patient. */
  @Test
  void aDoseInDoubtNeedsADoctorNextTime() {
    Someone someone = on(DAY).took(DAY.minusDays(2), 80).took(YESTERDAY, 80, Kind.OBSERVED, false);
    assertEquals(Decision.NEEDS_DOCTOR, someone.by("VN-2024").decision());
    Verdict released = someone.released(ReasonCode.DOSE_IN_DOUBT).by("VN-2024");
    assertEquals(80_000, released.dose().micrograms());
  }

  /** what changes the amount needs an order, not a release. */
  @Test
  void noReleaseLiftsAReducedDose() {
    Verdict verdict =
        on(DAY).took(DAY.minusDays(5), 80).released(ReasonCode.MISSED_REDUCED).by("VN-2024");
    assertEquals(Decision.NEEDS_DOCTOR, verdict.decision());
  }

  /** */
  @Test
  void aTaperInPregnancyNeedsADoctor() {
    Someone someone = on(DAY).ordered(Stage.TAPER, 75, DAY, DAY.plusDays(13)).took(YESTERDAY, 80);
    assertEquals(Decision.DISPENSE, someone.by("VN-2024").decision());
    assertEquals(Decision.NEEDS_DOCTOR, someone.pregnant().by("VN-2024").decision());
  }

  /** tell below 16 h, ask below 12 h. */
  @ParameterizedTest
  @CsvSource({
    "959, DISPENSE, INTERVAL_TELLS",
    "960, DISPENSE, ENTITLED",
    "720, DISPENSE, INTERVAL_TELLS",
    "719, NEEDS_DOCTOR, INTERVAL_ASKS"
  })
  void hoursSinceTheLastDoseAreToldThenAsked(int minutes, Decision expected, ReasonCode code) {
    Verdict verdict =
        on(DAY).at(NOW).tookAt(NOW.minus(Duration.ofMinutes(minutes)), YESTERDAY, 80).by("VN-2024");
    assertEquals(expected, verdict.decision());
    assertTrue(codes(verdict).contains(code));
    assertFalse(verdict.reasons().isEmpty());
  }

  /** a wrong clock of last week asks for no doctor until its time has come. */
  @ParameterizedTest
  @CsvSource({"3, true", "4, false"})
  void hoursAreAskedOfTheDosesOfThreeDays(int daysAgo, boolean asks) {
    Verdict verdict =
        on(DAY)
            .at(NOW)
            .tookAt(NOW.plus(Duration.ofDays(30)), DAY.minusDays(daysAgo), 80)
            .took(YESTERDAY, 80)
            .by("VN-2024");
    assertEquals(asks, codes(verdict).contains(ReasonCode.INTERVAL_ASKS), verdict.toString());
  }

  /** the ceiling holds for doses that follow each other soon, not for two mornings. */
  @ParameterizedTest
  @CsvSource({"959, NEEDS_DOCTOR, 50", "960, DISPENSE, 150", "1425, DISPENSE, 150"})
  void dosesSoonAfterEachOtherHaveACeilingTogether(int minutes, Decision expected, long amount) {
    Verdict verdict =
        on(DAY)
            .ordered(Stage.MAINTENANCE, 150, DAY)
            .at(NOW)
            .tookAt(NOW.minus(Duration.ofMinutes(minutes)), YESTERDAY, 150)
            .by("VN-2024");
    assertEquals(expected, verdict.decision());
    assertEquals(amount * 1000, verdict.dose().plus(verdict.proposed()).micrograms());
  }

  /** Every reason has both languages and leaves no gap for a figure. */
  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void everyReasonIsCompleteInBothLanguages(ReasonCode code) {
    Reason reason = Reason.of(code, "7", "9");
    assertFalse(reason.english().isBlank() || reason.english().contains("{"));
    assertFalse(reason.vietnamese().isBlank() || reason.vietnamese().contains("{"));
    assertTrue(code.rule().matches("R-\\d{2,3}"));
    assertEquals(code.weight() == Weight.INFORMS, code.lifter() == Lifter.NOBODY);
  }

  /** sent to a doctor, what may be poured waits, and what stops it already still does. */
  @ParameterizedTest
  @CsvSource({"true, NEEDS_DOCTOR, SENT_TO_DOCTOR", "false, REFUSE, NOT_FIT"})
  void sentToADoctorNothingGetsLighter(boolean fit, Verdict.Decision decision, ReasonCode first) {
    Someone someone = Someone.on(Someone.MONDAY_1ST).took(Someone.MONDAY_1ST.minusDays(1), 80);
    Verdict sent = (fit ? someone : someone.unfit()).by("VN-2024").sentToDoctor();
    assertEquals(decision, sent.decision());
    assertEquals(first, sent.reasons().getFirst().code());
    assertEquals(Mass.ZERO, sent.dose());
    assertEquals(
        1, sent.reasons().stream().filter(r -> r.code() == ReasonCode.SENT_TO_DOCTOR).count());
    assertEquals(0, sent.reasons().stream().filter(r -> r.code() == ReasonCode.ENTITLED).count());
  }
}

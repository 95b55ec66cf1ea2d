package clinic.mmt.dispenser.domain.eligibility;

import static clinic.mmt.dispenser.domain.eligibility.Someone.MONDAY_1ST;
import static clinic.mmt.dispenser.domain.eligibility.Someone.on;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.eligibility.DoseDay.Kind;
import clinic.mmt.dispenser.domain.prescription.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit of the rules of treatment alone, at its boundary, by values made up for that. */
class RuleLimitsTest {

  private static final LocalDate DAY = MONDAY_1ST;
  private static final Instant NOW = Instant.parse("2027-03-01T07:00:00Z");

  private static Verdict decide(Someone someone) {
    return new Eligibility(RulesMadeUp.rules()).decide(someone.patientDay());
  }

  private static List<ReasonCode> codes(Someone someone) {
    return decide(someone).reasons().stream().map(Reason::code).toList();
  }

  private static Someone daily(Someone someone, int from, int to, long milligrams) {
    for (int ago = from; ago >= to; ago--) {
      someone.took(DAY.minusDays(ago), milligrams);
    }
    return someone;
  }

  private static Someone rising(long milligrams) {
    return on(DAY).ordered(Stage.TITRATION, milligrams, DAY.minusDays(5));
  }

  @Test
  void theOrderInWhichDosesAreToldChangesNothing() {
    Someone mixed = on(DAY).took(DAY.minusDays(1), 80).took(DAY.minusDays(3), 80);
    assertEquals(List.of(ReasonCode.ENTITLED), codes(mixed));
  }

  /** early limits hold for two weeks from the first dose. */
  @Test
  void earlyLimitsEndTwoWeeksAfterTheFirstDose() {
    Someone thirteen = daily(rising(57), 13, 1, 50);
    assertTrue(codes(thirteen).contains(ReasonCode.STEP_HIGH));
    Someone fourteen = daily(rising(57), 14, 1, 50);
    assertEquals(List.of(ReasonCode.ENTITLED), codes(fourteen));
  }

  /** after as many missed days as begin treatment again, the first dose is a new one. */
  @ParameterizedTest
  @CsvSource({"7, true", "6, false"})
  void earlyLimitsHoldAgainAfterANewBeginning(int missed, boolean early) {
    Someone back = daily(rising(57), 20 + missed, 12 + missed, 50);
    daily(back, 11, 1, 50);
    assertEquals(early, codes(back).contains(ReasonCode.STEP_HIGH));
  }

  @Test
  void aStepIsToldWithItsFigureWithoutZeros() {
    Reason early =
        decide(daily(rising(57), 13, 1, 50)).reasons().stream()
            .filter(r -> r.code() == ReasonCode.STEP_HIGH)
            .findFirst()
            .orElseThrow();
    assertEquals("More than 2.5 mg above the dose taken last.", early.english());
    Verdict late = decide(daily(rising(71), 20, 1, 50));
    assertEquals("More than 20 mg above the dose taken last.", late.reasons().getFirst().english());
    assertEquals(70_000, late.proposed().micrograms());
  }

  /** so much above the lowest dose of seven days, of which the eighth is none. */
  @Test
  void theWeekIsTheSevenDaysBefore() {
    Someone week = on(DAY).ordered(Stage.TITRATION, 80, DAY);
    daily(week, 30, 8, 40);
    daily(week, 7, 7, 54);
    daily(week, 6, 1, 62);
    Verdict verdict = decide(week);
    assertEquals(ReasonCode.WEEK_HIGH, verdict.reasons().getFirst().code());
    assertEquals(79_000, verdict.proposed().micrograms());
    Someone within = on(DAY).ordered(Stage.TITRATION, 79, DAY);
    daily(within, 30, 8, 40);
    daily(within, 7, 7, 54);
    daily(within, 6, 1, 62);
    assertEquals(List.of(ReasonCode.ENTITLED), codes(within));
  }

  /** days between one rise and the next. */
  @ParameterizedTest
  @CsvSource({"2, true", "3, false"})
  void aRiseWaitsThreeDaysAfterTheOneBefore(int ago, boolean soon) {
    Someone someone = rising(58);
    daily(someone, 20, ago + 1, 50);
    daily(someone, ago, 1, 55);
    assertEquals(soon, codes(someone).contains(ReasonCode.RISE_SOON));
  }

  /** a dose in doubt that a later one covers, or that a doctor knew of, stops nothing. */
  @Test
  void aDoubtCountsOnlyUntilADoctorOrALaterDose() {
    Someone doubt = on(DAY).took(DAY.minusDays(4), 80);
    doubt.took(DAY.minusDays(3), 80, Kind.OBSERVED, false);
    assertTrue(codes(doubt.ordered(Stage.MAINTENANCE, 80, DAY.minusDays(3))).contains(DOUBT));
    assertFalse(codes(doubt.ordered(Stage.MAINTENANCE, 80, DAY.minusDays(2))).contains(DOUBT));
    doubt.ordered(Stage.MAINTENANCE, 80, DAY.minusDays(9)).took(DAY.minusDays(1), 80);
    assertEquals(List.of(ReasonCode.ENTITLED), codes(doubt));
  }

  private static final ReasonCode DOUBT = ReasonCode.DOSE_IN_DOUBT;

  @Test
  void aDoubtIsToldWhereNoOtherDoseIsKnown() {
    Someone only = on(DAY).took(DAY.minusDays(1), 80, Kind.OBSERVED, false);
    assertTrue(codes(only).contains(DOUBT));
  }

  /** vomited long ago, or today, is not the dose taken last. */
  @Test
  void onlyTheLastDoseVomitedMakesARiseWait() {
    Someone last = daily(rising(52), 20, 2, 50).vomited(DAY.minusDays(1), 50);
    assertTrue(codes(last).contains(ReasonCode.RISE_WAITS));
    Someone before = daily(rising(52), 20, 3, 50).vomited(DAY.minusDays(2), 50);
    before.took(DAY.minusDays(1), 50);
    assertEquals(List.of(ReasonCode.ENTITLED), codes(before));
    Someone today = daily(rising(52), 20, 1, 50).vomited(DAY, 50);
    assertFalse(codes(today).contains(ReasonCode.RISE_WAITS));
    Someone level = daily(rising(50), 20, 2, 50).vomited(DAY.minusDays(1), 50);
    assertFalse(codes(level).contains(ReasonCode.RISE_WAITS));
  }

  /** two missed days break a rise, unless a doctor signed knowing of them. */
  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "9, true"})
  void aBrokenRiseIsWhatTheDoctorDidNotSee(int signedAgo, boolean broken) {
    Someone someone = daily(on(DAY), 20, 3, 50);
    someone.ordered(Stage.TITRATION, 50, DAY.minusDays(signedAgo));
    assertEquals(broken, codes(someone).contains(ReasonCode.RISE_BROKEN));
  }

  /** a closed day is one between the last dose and today. */
  @Test
  void closedDaysOfTodayAndBeforeTheLastDoseAreNoMissedOnes() {
    Someone someone = on(DAY).took(DAY.minusDays(3), 80);
    someone.closed(DAY).closed(DAY.minusDays(3)).closed(DAY.minusDays(2));
    Reason closed =
        decide(someone).reasons().stream()
            .filter(r -> r.code() == ReasonCode.CLOSED_DAYS)
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("1"), closed.figures());
    Someone missedNone = on(DAY).took(DAY.minusDays(1), 80).closed(DAY);
    assertEquals(List.of(ReasonCode.ENTITLED), codes(missedNone));
  }

  /** an order signed after exactly as many missed days begins treatment again. */
  @ParameterizedTest
  @CsvSource({"7, true", "6, false"})
  void anOrderAfterALongAbsenceIsANewBeginning(int missed, boolean anew) {
    Someone back = on(DAY).ordered(Stage.INDUCTION, 30, DAY).took(DAY.minusDays(missed + 1), 80);
    assertEquals(anew, codes(back).contains(ReasonCode.NEW_START));
  }

  @Test
  void aTableThatNeverBeginsAgainKnowsNoNewBeginning() {
    Someone back = on(DAY).ordered(Stage.INDUCTION, 30, DAY).took(DAY.minusDays(60), 80);
    Verdict verdict =
        new Eligibility(RulesMadeUp.rules(RulesMadeUp.ALWAYS_FULL)).decide(back.patientDay());
    assertFalse(verdict.reasons().stream().anyMatch(r -> r.code() == ReasonCode.NEW_START));
  }

  /** hours since the last dose, at both limits; a dose without a time says nothing. */
  @ParameterizedTest
  @CsvSource({
    "28799, INTERVAL_ASKS",
    "28800, INTERVAL_TELLS",
    "57599, INTERVAL_TELLS",
    "57600, ENTITLED"
  })
  void hoursAreCountedFromTheLastDoseWithATime(long seconds, ReasonCode expected) {
    Instant last = NOW.minus(Duration.ofSeconds(seconds));
    Someone someone = on(DAY).at(NOW).ordered(Stage.MAINTENANCE, 50, DAY.minusDays(3));
    someone.took(DAY.minusDays(2), 50).tookAt(last, DAY.minusDays(1), 50);
    assertEquals(expected, codes(someone).getFirst());
  }

  /** of several doses the one that was swallowed last counts, whatever was noted last. */
  @ParameterizedTest
  @CsvSource({"7, 20", "20, 7"})
  void hoursAreCountedFromTheDoseSwallowedLast(long first, long second) {
    Someone someone = on(DAY).at(NOW).ordered(Stage.MAINTENANCE, 50, DAY.minusDays(3));
    someone.tookAt(NOW.minus(Duration.ofHours(first)), DAY.minusDays(1), 25);
    someone.tookAt(NOW.minus(Duration.ofHours(second)), DAY.minusDays(1), 25);
    assertEquals(ReasonCode.INTERVAL_ASKS, codes(someone).getFirst());
  }

  /** R-117, H98: a first dose is watched for 180 minutes, and a doctor is there as long. */
  @ParameterizedTest
  @CsvSource({"179, true", "180, false"})
  void aFirstDoseNeedsADoctorWhoIsThereUntilItWasWatched(long minutes, boolean late) {
    Someone first = on(DAY).at(NOW).ordered(Stage.INDUCTION, 20, DAY);
    first.doctorLeaves(NOW.plus(Duration.ofMinutes(minutes)));
    assertEquals(late, codes(first).contains(ReasonCode.FIRST_DOSE_LATE));
    first.released(ReasonCode.FIRST_DOSE_LATE);
    assertFalse(codes(first).contains(ReasonCode.FIRST_DOSE_LATE), "a doctor stays");
    Someone next = on(DAY).at(NOW).took(DAY.minusDays(1), 80);
    next.doctorLeaves(NOW.plus(Duration.ofMinutes(1)));
    assertEquals(List.of(ReasonCode.ENTITLED), codes(next), "the control: no first dose");
  }

  @Test
  void whereNobodySaysWhenTheDoctorLeavesNothingIsLate() {
    Someone first = on(DAY).at(NOW).ordered(Stage.INDUCTION, 20, DAY);
    assertEquals(List.of(ReasonCode.NEW_START, ReasonCode.ENTITLED), codes(first));
    Someone noTime = on(DAY).ordered(Stage.INDUCTION, 20, DAY).doctorLeaves(NOW);
    assertFalse(codes(noTime).contains(ReasonCode.FIRST_DOSE_LATE));
  }

  /** what two signed for is not asked again by the hours. */
  @Test
  void theCeilingWithinHoursHoldsUnlessTwoSignedForMore() {
    Instant last = NOW.minus(Duration.ofHours(10));
    Someone someone = on(DAY).at(NOW).ordered(Stage.MAINTENANCE, 70, DAY.minusDays(3));
    someone.tookAt(last, DAY.minusDays(1), 70);
    assertTrue(codes(someone).contains(ReasonCode.ROLLING_HIGH));
    assertFalse(codes(someone.signedByTwo()).contains(ReasonCode.ROLLING_HIGH));
  }

  /** one missed day while the dose rises, three otherwise. */
  @ParameterizedTest
  @CsvSource({
    "TITRATION, 0, false",
    "INDUCTION, 1, true",
    "MAINTENANCE, 2, false",
    "TAPER, 3, true"
  })
  void whoMissedDaysIsFollowedUp(Stage stage, int missed, boolean listed) {
    Someone someone = on(DAY).ordered(stage, 50, DAY.minusDays(9));
    someone.took(DAY.minusDays(missed + 1), 50);
    Optional<Integer> found = new Eligibility(RulesMadeUp.rules()).toFollowUp(someone.patientDay());
    assertEquals(listed ? Optional.of(missed) : Optional.empty(), found);
  }

  /** the same limits for who has no order any more, by the stage of the last one. */
  @ParameterizedTest
  @CsvSource({
    "TITRATION, 0, false",
    "TITRATION, 1, true",
    "MAINTENANCE, 2, false",
    "MAINTENANCE, 3, true",
    ", 2, false",
    ", 3, true"
  })
  void whoseOrderRanOutIsFollowedUpByItsStage(@Nullable Stage stage, int missed, boolean listed) {
    Absence away = new Absence(DAY.minusDays(missed + 1), missed);
    assertEquals(
        listed, new Eligibility(RulesMadeUp.rules()).toFollowUp(away, Optional.ofNullable(stage)));
  }

  @Test
  void whoNeverHadADoseHasMissedNone() {
    Someone fresh = on(DAY).ordered(Stage.INDUCTION, 20, DAY);
    assertEquals(
        Optional.empty(), new Eligibility(RulesMadeUp.rules()).toFollowUp(fresh.patientDay()));
  }

  @Test
  void everybodyWhoLiftsSomethingIsNamedInBothLanguages() {
    for (Lifter lifter : Lifter.values()) {
      assertFalse(lifter.english().isBlank() || lifter.vietnamese().isBlank());
    }
  }

  /** at the counter the limit is the one that the order was signed for. */
  @ParameterizedTest
  @CsvSource({
    "20, false, DISPENSE",
    "21, false, NEEDS_DOCTOR",
    "30, true, DISPENSE",
    "31, true, NEEDS_DOCTOR"
  })
  void aFirstDoseWithAReasonHasALimitOfItsOwn(
      long milligrams, boolean reasoned, Verdict.Decision decision) {
    Someone someone =
        Someone.on(Someone.MONDAY_1ST)
            .ordered(
                Stage.INDUCTION, milligrams, Someone.MONDAY_1ST, Someone.MONDAY_1ST.plusDays(2));
    assertEquals(decision, (reasoned ? someone.reasoned() : someone).by("VN-2024").decision());
  }
}

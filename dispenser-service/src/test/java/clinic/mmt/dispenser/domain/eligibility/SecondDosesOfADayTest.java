package clinic.mmt.dispenser.domain.eligibility;

import static clinic.mmt.dispenser.domain.eligibility.Someone.MONDAY_1ST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.eligibility.Verdict.Decision;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.quantity.Mass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What second doses, less by wish and an open observation mean for the next dose. */
class SecondDosesOfADayTest {

  private static final LocalDate TUESDAY = MONDAY_1ST.plusDays(1);

  private static DoseDay past(DosePart part, Phase phase, long milligrams, Learnt learnt) {
    return new PastDose(
            MONDAY_1ST, part, Mass.ofMilligrams(milligrams), phase, learnt, Optional.empty())
        .asDay(500);
  }

  private static Optional<Mass> lastTaken(DoseDay... doses) {
    return new History(TUESDAY, List.of(doses)).lastTaken();
  }

  private static Optional<Mass> mg(long milligrams) {
    return Optional.of(Mass.ofMilligrams(milligrams));
  }

  @Test
  void aReplacementAddsNothingToWhatTheDayCountsForTolerance() {
    assertEquals(
        mg(80),
        lastTaken(
            past(DosePart.WHOLE, Phase.CONSUMED, 80, Learnt.of(new Learnt.Vomit(5, true))),
            past(DosePart.REPLACEMENT, Phase.CONSUMED, 80, Learnt.NOTHING)));
  }

  @Test
  void theMissingPartAndWhatWasTakenOfTheFirstAreTheDay() {
    assertEquals(
        mg(80),
        lastTaken(
            past(DosePart.WHOLE, Phase.PARTLY_TAKEN, 80, Learnt.taken(600)),
            past(DosePart.ADDITION, Phase.CONSUMED, 32, Learnt.NOTHING)));
    assertEquals(
        mg(80),
        lastTaken(
            past(DosePart.WHOLE, Phase.PARTLY_TAKEN, 80, Learnt.taken(300)),
            past(DosePart.ADDITION, Phase.CONSUMED, 56, Learnt.NOTHING)),
        "a first part that did not cover the day counts once the rest was taken");
  }

  @Test
  void aSupplementIsAddedUp() {
    assertEquals(
        mg(100),
        lastTaken(
            past(DosePart.WHOLE, Phase.CONSUMED, 80, Learnt.NOTHING),
            past(DosePart.ADDITION, Phase.CONSUMED, 20, Learnt.NOTHING)));
  }

  @Test
  void anAdditionInDoubtAddsNothing() { // principle 1: not taken for tolerance
    assertEquals(
        mg(80),
        lastTaken(
            past(DosePart.WHOLE, Phase.CONSUMED, 80, Learnt.NOTHING),
            past(DosePart.ADDITION, Phase.UNCERTAIN, 20, Learnt.NOTHING)));
  }

  /** from one half on, less by wish is no lower dose the day after; below it is. */
  @ParameterizedTest
  @CsvSource({"40, 80", "39, 39"})
  void lessByWishCountsAsOrderedFromOneHalfOn(long taken, long counts) {
    assertEquals(
        mg(counts),
        lastTaken(
            past(DosePart.WHOLE, Phase.CONSUMED, taken, Learnt.insteadOf(Mass.ofMilligrams(80)))));
  }

  @Test
  void whoIsWatchedIsNotDosedBeforeADoctorEndsIt() {
    Verdict verdict = Someone.on(TUESDAY).took(MONDAY_1ST, 80).watched().by("VN-2024");
    assertEquals(Decision.NEEDS_DOCTOR, verdict.decision());
    assertEquals(ReasonCode.WATCHED, verdict.reasons().getFirst().code());
    assertFalse(ReasonCode.WATCHED.releasable());
  }

  /** no dose after an over-dose when nobody could watch it; 179 and 180 minutes. */
  @ParameterizedTest
  @CsvSource({"179, NEEDS_DOCTOR", "180, DISPENSE"})
  void theDoseAfterAnOverDoseNeedsTimeToWatch(long minutes, Decision decision) {
    Instant now = Instant.parse("2027-03-02T01:00:00Z");
    Someone someone =
        Someone.on(TUESDAY)
            .took(MONDAY_1ST, 80)
            .overDosed()
            .at(now)
            .doctorLeaves(now.plusSeconds(60 * minutes));
    assertEquals(decision, someone.by("VN-2024").decision());
  }

  @Test
  void aSecondDoseThatWasOrderedIsStoppedByAllButTodaysFirst() {
    Eligibility eligibility = new Eligibility(Someone.rules("VN-2024"));
    Mass dose = Mass.ofMilligrams(40);
    Verdict given =
        eligibility.decideAdded(
            Someone.on(TUESDAY).took(MONDAY_1ST, 80).took(TUESDAY, 80).patientDay(), dose);
    assertEquals(Decision.DISPENSE, given.decision());
    assertEquals(dose, given.dose());
    assertEquals(ReasonCode.ADDED_BY_DOCTOR, given.reasons().getFirst().code());
    assertEquals(
        ReasonCode.NOT_FIT,
        eligibility
            .decideAdded(Someone.on(TUESDAY).took(TUESDAY, 80).unfit().patientDay(), dose)
            .reasons()
            .getFirst()
            .code());
    assertEquals(
        Decision.NEEDS_DOCTOR,
        eligibility
            .decideAdded(
                Someone.on(TUESDAY).took(TUESDAY, 80).held(Hold.By.DOCTOR).patientDay(), dose)
            .decision());
  }

  /** what a doctor released for today stops the second dose as little as the first. */
  @ParameterizedTest
  @CsvSource({"true, DISPENSE", "false, NEEDS_DOCTOR"})
  void whatWasReleasedTodayDoesNotStopASecondDose(boolean released, Verdict.Decision decision) {
    Someone someone = Someone.on(TUESDAY).took(TUESDAY, 80).toReview(TUESDAY);
    if (released) {
      someone.released(ReasonCode.REVIEW_DUE);
    }
    Verdict verdict =
        new Eligibility(Someone.rules("VN-2024"))
            .decideAdded(someone.patientDay(), Mass.ofMilligrams(40));
    assertEquals(decision, verdict.decision());
    assertEquals(
        released, verdict.reasons().stream().anyMatch(r -> r.code() == ReasonCode.RELEASED));
  }

  /** what is only told never comes before what stops. */
  @Test
  void theHeaviestReasonDecidesAboutASecondDose() {
    Someone someone =
        Someone.on(TUESDAY)
            .ordered(Stage.TAPER, 80, MONDAY_1ST)
            .took(TUESDAY, 80)
            .pregnant()
            .toReview(TUESDAY.plusDays(1));
    Verdict verdict =
        new Eligibility(Someone.rules("VN-2024"))
            .decideAdded(someone.patientDay(), Mass.ofMilligrams(40));
    assertEquals(ReasonCode.TAPER_IN_PREGNANCY, verdict.reasons().getFirst().code());
    assertEquals(Verdict.Decision.NEEDS_DOCTOR, verdict.decision());
    assertTrue(verdict.reasons().stream().anyMatch(r -> r.code() == ReasonCode.REVIEW_COMING));
  }

  /** days of an episode are counted from its first dose, and anew after it began again. */
  @Test
  void daysOfAnEpisodeAreCountedFromItsFirstDose() {
    Eligibility eligibility = new Eligibility(Someone.rules("VN-2024"));
    assertEquals(0, eligibility.daysOfEpisode(Someone.on(TUESDAY).patientDay()));
    assertEquals(
        1, eligibility.daysOfEpisode(Someone.on(TUESDAY).took(MONDAY_1ST, 20).patientDay()));
    Someone again =
        Someone.on(TUESDAY).took(TUESDAY.minusDays(60), 80).took(TUESDAY.minusDays(2), 20);
    assertEquals(2, eligibility.daysOfEpisode(again.patientDay()));
  }

  /** nobody looks for a patient who left care. */
  @Test
  void whoLeftCareIsOnNoListOfMissedDays() {
    Eligibility eligibility = new Eligibility(Someone.rules("VN-2024"));
    Someone away = Someone.on(TUESDAY).took(TUESDAY.minusDays(11), 80);
    assertEquals(Optional.of(10), eligibility.toFollowUp(away.patientDay()));
    assertEquals(Optional.empty(), eligibility.toFollowUp(away.leftCare().patientDay()));
  }

  @Test
  void aDoseIsTheFirstWhenNothingIsKnownOrTreatmentBeginsAgain() {
    Eligibility eligibility = new Eligibility(Someone.rules("VN-2024"));
    assertTrue(eligibility.isFirst(Someone.on(TUESDAY).took(TUESDAY, 20).patientDay()));
    assertFalse(eligibility.isFirst(Someone.on(TUESDAY).took(MONDAY_1ST, 20).patientDay()));
    LocalDate after = MONDAY_1ST.plusDays(7);
    Someone again = Someone.on(after).took(MONDAY_1ST, 80).ordered(Stage.INDUCTION, 20, after);
    assertTrue(eligibility.isFirst(again.patientDay()), "six missed days: begins again");
    LocalDate sooner = MONDAY_1ST.plusDays(6);
    assertFalse(
        eligibility.isFirst(
            Someone.on(sooner)
                .took(MONDAY_1ST, 80)
                .ordered(Stage.MAINTENANCE, 40, sooner)
                .patientDay()));
  }

  @ParameterizedTest
  @CsvSource({"1, 79, ''", "0, 0, NOT_A_DOSE", "1, 80, NOT_LESS", "1, 81, NOT_LESS"})
  void byWishOnlyLess(int whole, long wished, String code) {
    LessRules rules = new LessRules(Someone.rules("VN-2024"));
    Mass dose = whole == 1 ? Mass.ofMilligrams(wished) : Mass.ofMicrograms(500);
    assertEquals(
        code,
        rules
            .look(Mass.ofMilligrams(80), dose, false, false)
            .map(reason -> reason.code().name())
            .orElse(""));
  }

  /** taking nothing is a refusal of the dose, not less of it. */
  @Test
  void nothingIsNotLess() {
    assertEquals(
        Optional.of(ReasonCode.NOT_A_DOSE),
        new LessRules(Someone.rules("VN-2024"))
            .look(Mass.ofMilligrams(80), Mass.ZERO, false, false)
            .map(Reason::code));
  }

  @Test
  void lessByWishIsNeitherForTwoDaysNorForASecondDose() {
    LessRules rules = new LessRules(Someone.rules("VN-2024"));
    Mass wished = Mass.ofMilligrams(40);
    Mass ordered = Mass.ofMilligrams(80);
    assertEquals(
        Optional.of(ReasonCode.LESS_TWICE),
        rules.look(ordered, wished, false, true).map(Reason::code));
    assertEquals(
        Optional.of(ReasonCode.NOT_LESS),
        rules.look(ordered, wished, true, false).map(Reason::code));
  }
}

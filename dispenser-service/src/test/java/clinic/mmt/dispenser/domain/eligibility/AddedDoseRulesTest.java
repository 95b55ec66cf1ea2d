package clinic.mmt.dispenser.domain.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.dispenser.domain.dispense.AddedDose.Kind;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.quantity.Mass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Second doses of a day: what a doctor may order, and when two sign. */
class AddedDoseRulesTest {

  private static final AddedDoseRules.Day DAY =
      new AddedDoseRules.Day(false, false, mg(80), mg(80));

  private static Mass mg(long milligrams) {
    return Mass.ofMilligrams(milligrams);
  }

  private static AddedDoseRules.First consumed(long milligrams, Learnt learnt) {
    return new AddedDoseRules.First(Phase.CONSUMED, mg(milligrams), learnt);
  }

  private static AddedDoseRules.First vomited(long milligrams, int minutes) {
    return consumed(milligrams, Learnt.of(new Learnt.Vomit(minutes, true)));
  }

  private static List<ReasonCode> codes(List<Reason> reasons) {
    return reasons.stream().map(Reason::code).toList();
  }

  private static List<ReasonCode> faults(
      Kind kind, Mass dose, AddedDoseRules.First first, AddedDoseRules.Day day) {
    AddedDoseRules rules = new AddedDoseRules(Someone.rules("VN-2024"));
    return codes(rules.look(kind, dose, first, day).faults());
  }

  private static List<ReasonCode> second(Kind kind, Mass dose, AddedDoseRules.Day day) {
    AddedDoseRules rules = new AddedDoseRules(Someone.rules("VN-2024"));
    return codes(rules.look(kind, dose, vomited(80, 0), day).second());
  }

  /** 10, 30 and 45 minutes are each still in their row; rounded down to a dose. */
  @ParameterizedTest
  @CsvSource({
    "VN-2024, 80, 0, 80", "VN-2024, 80, 10, 80", "VN-2024, 80, 11, 40", "VN-2024, 80, 30, 40",
    "VN-2024, 80, 31, 20", "VN-2024, 80, 45, 20", "VN-2024, 80, 46, 0", "VN-2024, 85, 11, 42",
    "VN-2024, 85, 31, 21", "US-2024, 80, 0, 40", "US-2024, 80, 15, 40", "US-2024, 80, 16, 0",
    "AU-2003, 80, 0, 0", "WHO-2009, 80, 0, 0"
  })
  void whatWasVomitedIsReplacedByTheTable(String profile, long mg, int minutes, long replaced) {
    AddedDoseRules rules = new AddedDoseRules(Someone.rules(profile));
    assertEquals(mg(replaced), rules.replaceable(vomited(mg, minutes), false));
  }

  /** pregnancy has rows of its own; here they say nothing. */
  @Test
  void inPregnancyItsOwnTableHolds() {
    AddedDoseRules rules = new AddedDoseRules(RulesMadeUp.rules());
    assertEquals(mg(80), rules.replaceable(vomited(80, 5), false));
    assertEquals(Mass.ZERO, rules.replaceable(vomited(80, 5), true));
  }

  @Test
  void moreThanTheTableReplacesIsNotOrdered() {
    assertEquals(List.of(), faults(Kind.REPLACEMENT, mg(40), vomited(80, 11), DAY));
    assertEquals(
        List.of(ReasonCode.REPLACEMENT_HIGH),
        faults(Kind.REPLACEMENT, mg(41), vomited(80, 11), DAY));
    assertEquals(
        List.of(ReasonCode.VOMIT_TOO_LATE), faults(Kind.REPLACEMENT, mg(1), vomited(80, 46), DAY));
  }

  @Test
  void whatStaffDidNotSeeIsNotReplaced() {
    Learnt told = Learnt.of(new Learnt.Vomit(2, false));
    List<ReasonCode> unseen = List.of(ReasonCode.VOMIT_NOT_SEEN);
    assertEquals(unseen, faults(Kind.REPLACEMENT, mg(10), consumed(80, told), DAY));
    assertEquals(unseen, faults(Kind.REPLACEMENT, mg(10), consumed(80, Learnt.NOTHING), DAY));
    AddedDoseRules rules = new AddedDoseRules(Someone.rules("VN-2024"));
    assertEquals(Mass.ZERO, rules.replaceable(consumed(80, told), false));
  }

  /** A dose in doubt may have been kept whole: nothing is added to it. */
  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"CONSUMED"},
      mode = EnumSource.Mode.EXCLUDE)
  void onlyAConsumedDoseIsReplacedOrAddedTo(Phase phase) {
    AddedDoseRules.First first =
        new AddedDoseRules.First(phase, mg(80), Learnt.of(new Learnt.Vomit(5, true)));
    assertEquals(List.of(ReasonCode.VOMIT_NOT_SEEN), faults(Kind.REPLACEMENT, mg(10), first, DAY));
    assertEquals(List.of(ReasonCode.DOSE_IN_DOUBT), faults(Kind.SUPPLEMENT, mg(5), first, DAY));
  }

  @Test
  void aDoseThatWasDrunkIsAddedTo() {
    assertEquals(List.of(), faults(Kind.SUPPLEMENT, mg(5), consumed(80, Learnt.NOTHING), DAY));
  }

  @ParameterizedTest
  @CsvSource({"600, 32", "601, 31", "999, 0", "1, 79", "0, 80"})
  void whatIsMissingOfAPartIsRoundedDown(int permille, long missing) {
    AddedDoseRules rules = new AddedDoseRules(Someone.rules("VN-2024"));
    for (Phase phase : List.of(Phase.PARTLY_TAKEN, Phase.SPILLED)) {
      AddedDoseRules.First first = new AddedDoseRules.First(phase, mg(80), Learnt.taken(permille));
      assertEquals(mg(missing), rules.missing(first, mg(80)));
    }
  }

  @Test
  void noMoreThanIsMissingIsOrdered() {
    AddedDoseRules.First part =
        new AddedDoseRules.First(Phase.PARTLY_TAKEN, mg(80), Learnt.taken(600));
    assertEquals(List.of(), faults(Kind.MISSING_PART, mg(32), part, DAY));
    assertEquals(
        List.of(ReasonCode.MISSING_PART_HIGH), faults(Kind.MISSING_PART, mg(33), part, DAY));
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"PARTLY_TAKEN", "SPILLED", "CONSUMED"},
      mode = EnumSource.Mode.EXCLUDE)
  void nothingIsKnownToBeMissingOfOtherDoses(Phase phase) {
    AddedDoseRules.First first = new AddedDoseRules.First(phase, mg(80), Learnt.taken(100));
    assertEquals(List.of(ReasonCode.NOTHING_MISSING), faults(Kind.MISSING_PART, mg(1), first, DAY));
  }

  /** too little by mistake is made good; less by the patient's wish is not. */
  @Test
  void whatWasGivenTooLittleByMistakeIsMissing() {
    AddedDoseRules.Day due = new AddedDoseRules.Day(false, false, mg(85), mg(50));
    assertEquals(
        List.of(),
        faults(Kind.MISSING_PART, mg(35), consumed(50, Learnt.of(Learnt.Wrong.LESS)), due));
    assertEquals(
        List.of(ReasonCode.MISSING_PART_HIGH),
        faults(Kind.MISSING_PART, mg(36), consumed(50, Learnt.of(Learnt.Wrong.LESS)), due));
    for (Learnt other :
        List.of(
            Learnt.NOTHING,
            Learnt.insteadOf(mg(85)),
            Learnt.of(Learnt.Wrong.MORE),
            Learnt.of(Learnt.Wrong.OTHER))) {
      assertEquals(
          List.of(ReasonCode.NOTHING_MISSING),
          faults(Kind.MISSING_PART, mg(35), consumed(50, other), due));
    }
    assertEquals(
        List.of(ReasonCode.NOTHING_MISSING),
        faults(Kind.MISSING_PART, mg(1), consumed(85, Learnt.of(Learnt.Wrong.LESS)), due),
        "given as it was due, nothing is missing");
  }

  @Test
  void aSecondDoseIsAWholeNumberOfSteps() {
    assertEquals(
        List.of(ReasonCode.NOT_A_DOSE),
        faults(Kind.REPLACEMENT, Mass.ofMicrograms(10_500), vomited(80, 0), DAY));
  }

  /** 40 mg in all on a first day; above it a second person signs. */
  @Test
  void onAFirstDayTheWholeDayIsLimited() {
    AddedDoseRules.Day first = new AddedDoseRules.Day(false, true, mg(30), mg(30));
    assertEquals(List.of(), second(Kind.SUPPLEMENT, mg(10), first));
    assertEquals(
        List.of(ReasonCode.FIRST_DAY_HIGH, ReasonCode.STEP_HIGH),
        second(Kind.SUPPLEMENT, mg(11), first));
    AddedDoseRules.Day later = new AddedDoseRules.Day(false, false, mg(30), mg(30));
    assertEquals(List.of(), second(Kind.REPLACEMENT, mg(30), later));
  }

  /** what came up again counts in the day's sum all the same. */
  @Test
  void aReplacementCountsInTheCeiling() {
    AddedDoseRules.Day high = new AddedDoseRules.Day(false, false, mg(120), mg(120));
    assertEquals(List.of(), second(Kind.REPLACEMENT, mg(80), high));
    assertEquals(List.of(ReasonCode.ROLLING_HIGH), second(Kind.REPLACEMENT, mg(81), high));
  }

  @Test
  void aSupplementAboveOneStepIsSignedByTwo() {
    assertEquals(List.of(), second(Kind.SUPPLEMENT, mg(10), DAY));
    assertEquals(List.of(ReasonCode.STEP_HIGH), second(Kind.SUPPLEMENT, mg(11), DAY));
  }
}

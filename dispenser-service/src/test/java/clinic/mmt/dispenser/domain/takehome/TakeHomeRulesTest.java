package clinic.mmt.dispenser.domain.takehome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.TakeHomeValues;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.Collection.Representative;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle.State;
import clinic.mmt.dispenser.domain.text.Words;
import clinic.mmt.dispenser.main.config.ProfileFile;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may take doses home, at the boundary of every value. */
class TakeHomeRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final PatientId PATIENT = new PatientId("P-1");
  private static final StaffId DOCTOR = new StaffId("S-doctor");
  private static final Mass DOSE = Mass.ofMilligrams(85);
  private static final Set<Criterion> PERSONS =
      Set.of(Criterion.SAFE_STORAGE, Criterion.URINE_NEGATIVE, Criterion.NO_EXCLUSION);

  private static TakeHomeValues of(String profile, boolean enabled, boolean split) {
    TakeHomeValues v = ProfileFile.builtIn(profile).rules().takeHome();
    return new TakeHomeValues(
        enabled, v.days(), split, v.criteria(), v.emptiesFirst(), v.emergencyDays());
  }

  private static TakeHomeRules rules(String profile) {
    return new TakeHomeRules(of(profile, true, false));
  }

  /** The same dose every day for so many days up to yesterday. */
  private static List<DoseDay> daily(int days) {
    List<DoseDay> doses = new ArrayList<>();
    for (int back = days; back > 0; back--) {
      doses.add(day(back, DOSE, true));
    }
    return doses;
  }

  private static DoseDay day(int back, Mass dose, boolean confirmed) {
    return DoseDay.of(TODAY.minusDays(back), dose, DoseDay.Kind.OBSERVED, confirmed);
  }

  private static TakeHomeRules.Known known(List<DoseDay> doses, int dayOfTreatment) {
    return new TakeHomeRules.Known(true, DOSE, doses, Optional.of(6), dayOfTreatment);
  }

  private static Approval asked(int days, Set<Criterion> ticked) {
    return new Approval(
        "A", PATIENT, TODAY, TODAY.plusDays(90), days, ticked, "12", Optional.empty(), DOCTOR);
  }

  private static List<TakeHomeFault> approve(List<DoseDay> doses, Set<Criterion> ticked) {
    return rules("VN-2024").approve(TODAY, asked(2, ticked), known(doses, 400));
  }

  /** off in every profile that comes with the program. */
  @Test
  void theSchemeIsOffUntilASiteSwitchesItOn() {
    for (String profile : ProfileFile.BUILT_IN) {
      TakeHomeValues values = ProfileFile.builtIn(profile).rules().takeHome();
      assertEquals(
          List.of(TakeHomeFault.OFF),
          new TakeHomeRules(values).approve(TODAY, asked(1, PERSONS), known(daily(400), 400)),
          profile);
    }
  }

  /** days of a collection by day of treatment, one below and above each boundary. */
  @ParameterizedTest
  @CsvSource({
    "VN-2024, 1, 2",
    "VN-2024, 1000, 2",
    "US-2024, 0, 0",
    "US-2024, 1, 7",
    "US-2024, 14, 7",
    "US-2024, 15, 14",
    "US-2024, 30, 14",
    "US-2024, 31, 28",
    "US-2024, 400, 28",
    "AU-2003, 1, 4",
    "WHO-2009, 1, 2"
  })
  void theDaysOfACollectionDependOnTheDayOfTreatment(String profile, int day, int most) {
    assertEquals(most, of(profile, true, false).days().atMost(day));
    for (int days : new int[] {most, most + 1}) {
      List<TakeHomeFault> faults =
          rules(profile).approve(TODAY, asked(days, PERSONS), known(daily(400), day));
      boolean tooMany = days > most || days == 0;
      assertEquals(tooMany, faults.contains(TakeHomeFault.TOO_MANY_DAYS), days + " days");
    }
  }

  /** at each value's boundary what the ledger shows, and what it cannot know. */
  @ParameterizedTest
  @CsvSource({
    "TREATMENT, 360, TRUE",
    "TREATMENT, 359, UNKNOWN",
    "NO_DAY_MISSED, 90, TRUE",
    "NO_DAY_MISSED, 89, UNKNOWN",
    "SAME_DOSE, 30, TRUE",
    "SAME_DOSE, 29, UNKNOWN",
    "SAFE_STORAGE, 400, UNKNOWN",
    "URINE_NEGATIVE, 400, UNKNOWN",
    "NO_EXCLUSION, 400, UNKNOWN"
  })
  void theLedgerShowsWhatItReachesBackTo(Criterion criterion, int days, Criterion.Truth truth) {
    assertEquals(truth, rules("VN-2024").truth(criterion, TODAY, known(daily(days), 400)));
  }

  /** a day missed 91 days ago is forgotten, one of 90 days ago is not. */
  @ParameterizedTest
  @CsvSource({"1, false", "90, false", "91, true"})
  void aMissedDayCountsForNinetyDays(int back, boolean may) {
    List<DoseDay> doses = daily(400);
    doses.removeIf(d -> d.day().equals(TODAY.minusDays(back)));
    List<TakeHomeFault> faults = approve(doses, EnumSet.allOf(Criterion.class));
    assertEquals(may ? List.of() : List.of(TakeHomeFault.DAY_MISSED), faults, "no tick helps");
  }

  /** another dose 31 days ago is forgotten, one of 30 days ago is not. */
  @ParameterizedTest
  @CsvSource({"1, false", "30, false", "31, true"})
  void anotherDoseCountsForThirtyDays(int back, boolean may) {
    List<DoseDay> doses = daily(400);
    doses.replaceAll(
        d -> d.day().equals(TODAY.minusDays(back)) ? day(back, Mass.ofMilligrams(80), true) : d);
    List<TakeHomeFault> faults = approve(doses, EnumSet.allOf(Criterion.class));
    assertEquals(may ? List.of() : List.of(TakeHomeFault.DOSE_CHANGED), faults);
  }

  /** after an absence that begins treatment again, its days are counted anew. */
  @ParameterizedTest
  @CsvSource({"5, true", "6, false"})
  void treatmentThatBeganAgainIsNotLongEnough(int missed, boolean may) {
    List<DoseDay> doses = daily(400);
    doses.removeIf(
        d ->
            d.day().isBefore(TODAY.minusDays(200))
                && !d.day().isBefore(TODAY.minusDays(200 + missed)));
    List<TakeHomeFault> faults = approve(doses, PERSONS);
    assertEquals(may ? List.of() : List.of(TakeHomeFault.TREATMENT), faults);
  }

  @Test
  void whoIsNotInMaintenanceTakesNothingHome() {
    var rising = new TakeHomeRules.Known(false, DOSE, daily(400), Optional.of(6), 400);
    assertEquals(
        List.of(TakeHomeFault.TREATMENT),
        rules("VN-2024").approve(TODAY, asked(2, EnumSet.allOf(Criterion.class)), rising));
  }

  /** a part of a take-home day counts as a day, a dose in doubt does not. */
  @Test
  void aDoseInDoubtIsAMissedDay() {
    List<DoseDay> doses = daily(400);
    doses.replaceAll(d -> d.day().equals(TODAY.minusDays(3)) ? day(3, DOSE, false) : d);
    assertEquals(List.of(TakeHomeFault.DAY_MISSED), approve(doses, PERSONS));
    doses.replaceAll(
        d ->
            d.day().equals(TODAY.minusDays(3))
                ? DoseDay.of(d.day(), DOSE, DoseDay.Kind.TAKE_HOME, true)
                : d);
    assertEquals(List.of(), approve(doses, PERSONS));
  }

  /** each criterion that fails is told, with its own way on. */
  @Test
  void everyCriterionThatFailsIsNamed() {
    assertEquals(
        List.of(
            TakeHomeFault.TREATMENT_UNKNOWN,
            TakeHomeFault.DAY_MISSED_UNKNOWN,
            TakeHomeFault.DOSE_CHANGED_UNKNOWN,
            TakeHomeFault.SAFE_STORAGE,
            TakeHomeFault.URINE,
            TakeHomeFault.EXCLUSION),
        approve(List.of(), Set.of()));
    assertEquals(List.of(), approve(List.of(), EnumSet.allOf(Criterion.class)));
    Approval bare =
        new Approval(
            "A", PATIENT, TODAY, TODAY.minusDays(1), 2, PERSONS, " ", Optional.empty(), DOCTOR);
    assertEquals(
        List.of(TakeHomeFault.NO_COMMITMENT, TakeHomeFault.WRONG_DAYS),
        rules("VN-2024").approve(TODAY, bare, known(daily(400), 400)));
  }

  /** A named decision stands in place of the criteria, up to its own days. */
  @ParameterizedTest
  @CsvSource({"7, true", "8, false"})
  void aDecisionStandsInPlaceOfTheCriteria(int days, boolean may) {
    Approval decided =
        new Approval(
            "A",
            PATIENT,
            TODAY,
            TODAY.plusDays(3),
            days,
            Set.of(),
            "12",
            Optional.of(new Approval.Emergency("QĐ 7", TODAY, new StaffId("S-head"))),
            DOCTOR);
    assertEquals(
        may ? List.of() : List.of(TakeHomeFault.TOO_MANY_DAYS),
        rules("VN-2024").approve(TODAY, decided, known(List.of(), 1)));
  }

  private static TakeHomeBottle bottle(String label, int days, int part, State state) {
    return new TakeHomeBottle(
        new BottleId(label),
        PATIENT,
        TODAY.plusDays(days),
        new DosePart(part),
        DOSE,
        new TakeHomeBottle.Content(
            new BatchId("L-1"),
            Concentration.ofMilligramsPerMillilitre(10),
            Volume.ofMicrolitres(8_500)),
        state);
  }

  private static TakeHomeRules.Supply supply(TakeHomeBottle... bottles) {
    return new TakeHomeRules.Supply(
        TODAY, Optional.of(asked(2, PERSONS)), 400, false, false, List.of(bottles));
  }

  /** bottles are for the days after today, not for today, not further. */
  @ParameterizedTest
  @CsvSource({"0, NOT_AHEAD", "1, ", "2, ", "3, TOO_MANY_DAYS"})
  void aBottleIsForADayToCome(int days, TakeHomeFault fault) {
    assertEquals(
        Stream.ofNullable(fault).toList(),
        rules("VN-2024").fill(supply(), TODAY.plusDays(days), DosePart.WHOLE, false));
  }

  /** with its own switch, and then the later part of today too. */
  @Test
  void partsOfASplitDoseHaveTheirOwnSwitch() {
    LocalDate tomorrow = TODAY.plusDays(1);
    TakeHomeRules on = new TakeHomeRules(of("VN-2024", true, true));
    for (DosePart part : List.of(DosePart.WHOLE, DosePart.LATER)) {
      assertEquals(
          List.of(TakeHomeFault.LATER_PART), rules("VN-2024").fill(supply(), tomorrow, part, true));
      assertEquals(List.of(), on.fill(supply(), tomorrow, part, true));
    }
    assertEquals(List.of(), on.fill(supply(), TODAY, DosePart.LATER, true));
    assertEquals(List.of(TakeHomeFault.NOT_AHEAD), on.fill(supply(), TODAY, DosePart.WHOLE, true));
    assertEquals(
        List.of(TakeHomeFault.NOT_AHEAD),
        on.fill(supply(), TODAY.minusDays(1), DosePart.LATER, true));
    assertEquals(
        List.of(TakeHomeFault.NOT_AHEAD), on.fill(supply(), tomorrow, DosePart.REPLACEMENT, false));
  }

  /** what stops a filling as much as a hand-over. */
  @Test
  void everythingThatStandsAgainstASupplyIsTold() {
    TakeHomeRules.Supply bad =
        new TakeHomeRules.Supply(
            TODAY, Optional.empty(), 0, true, true, List.of(bottle("a", -1, 1, State.HANDED_OVER)));
    List<TakeHomeFault> always =
        List.of(
            TakeHomeFault.NOT_FIT,
            TakeHomeFault.BARRED,
            TakeHomeFault.NO_APPROVAL,
            TakeHomeFault.EMPTIES_MISSING);
    assertEquals(always, rules("VN-2024").fill(bad, TODAY.plusDays(1), DosePart.WHOLE, false));
    List<TakeHomeFault> out = rules("VN-2024").handOver(bad, collection(Optional.empty()), true);
    assertTrue(out.containsAll(always), out::toString);
  }

  /** yesterday's bottle has to be back; today's need not, and a lost one is accounted for. */
  @ParameterizedTest
  @CsvSource({
    "-1, HANDED_OVER, false",
    "0, HANDED_OVER, true",
    "-1, EMPTY_BACK, true",
    "-1, LOST, true",
    "-1, RETURNED, true"
  })
  void theEmptiesComeBackBeforeTheNextSupply(int days, State state, boolean may) {
    assertEquals(
        may ? List.of() : List.of(TakeHomeFault.EMPTIES_MISSING),
        rules("VN-2024")
            .fill(supply(bottle("a", days, 1, state)), TODAY.plusDays(1), DosePart.WHOLE, false));
  }

  private static Collection collection(Optional<Representative> who, String... labels) {
    return new Collection("C", PATIENT, TODAY, ids(labels), who, DOCTOR);
  }

  private static List<BottleId> ids(String... labels) {
    return Stream.of(labels).map(BottleId::new).toList();
  }

  private static List<TakeHomeFault> out(Collection collection, boolean drunk) {
    return rules("VN-2024")
        .handOver(
            supply(
                bottle("a", 1, 1, State.FILLED),
                bottle("b", 2, 1, State.FILLED),
                bottle("c", 1, 1, State.DISCARDED)),
            collection,
            drunk);
  }

  /** H106: the scanned set is exactly the filled one. */
  @ParameterizedTest
  @CsvSource({
    "a b, true",
    "b a, true",
    "a, false",
    "a a, false",
    "a b b, false",
    "a b c, false",
    "a b x, false",
    "'', false"
  })
  void exactlyTheFilledBottlesGoOut(String labels, boolean may) {
    String[] scanned =
        Stream.of(labels.split(" ", -1)).filter(l -> !l.isEmpty()).toArray(String[]::new);
    assertEquals(
        may ? List.of() : List.of(TakeHomeFault.WRONG_SET),
        out(collection(Optional.empty(), scanned), true));
  }

  /** */
  @Test
  void theFirstDoseIsDrunkOnSite() {
    assertEquals(
        List.of(TakeHomeFault.NOT_DRUNK), out(collection(Optional.empty(), "a", "b"), false));
  }

  /** a representative brings forms; nobody drinks on site, and every bottle is tight. */
  @Test
  void aRepresentativeBringsTheForms() {
    var good = new Representative("B", "04/1", "khoa nội", "05/1", ids("b", "a"));
    assertEquals(List.of(), out(collection(Optional.of(good), "a", "b"), false));
    var bad = new Representative("B", "04/1", "", "", ids("a"));
    assertEquals(
        List.of(TakeHomeFault.FORM_04, TakeHomeFault.FORM_05, TakeHomeFault.NOT_TIGHT),
        out(collection(Optional.of(bad), "a", "b"), false));
  }

  /** A bottle that waited until its day, or under a shorter approval, does not go out. */
  @ParameterizedTest
  @CsvSource({"0, false", "1, true", "2, true", "3, false"})
  void aBottleGoesOutBeforeItsDay(int days, boolean may) {
    assertEquals(
        may ? List.of() : List.of(TakeHomeFault.DAY_CAME),
        rules("VN-2024")
            .handOver(
                supply(bottle("a", days, 1, State.FILLED)),
                collection(Optional.empty(), "a"),
                true));
  }

  /** the later part of today may still go out today; one of yesterday may not. */
  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "1, true", "2, true", "3, false"})
  void aLaterPartGoesOutOnItsDay(int days, boolean may) {
    assertEquals(
        may ? List.of() : List.of(TakeHomeFault.DAY_CAME),
        rules("VN-2024")
            .handOver(
                supply(bottle("a", days, 2, State.FILLED)),
                collection(Optional.empty(), "a"),
                true));
  }

  /** only what goes out now is looked at; the bottle of today went out the day before. */
  @Test
  void aBottleThatWentOutBeforeIsNoneOfThisCollection() {
    assertEquals(
        List.of(),
        rules("VN-2024")
            .handOver(
                supply(bottle("a", 1, 1, State.FILLED), bottle("b", 0, 1, State.HANDED_OVER)),
                collection(Optional.empty(), "a"),
                true));
  }

  /** switched off again, nothing is filled and nothing filled goes out. */
  @Test
  void aSchemeThatWasSwitchedOffStopsFillingAndHandingOver() {
    TakeHomeRules off = new TakeHomeRules(of("VN-2024", false, false));
    assertEquals(
        List.of(TakeHomeFault.OFF), off.fill(supply(), TODAY.plusDays(1), DosePart.WHOLE, false));
    assertEquals(
        List.of(TakeHomeFault.OFF),
        off.handOver(
            supply(bottle("a", 1, 1, State.FILLED)), collection(Optional.empty(), "a"), true));
  }

  /** an approval holds on both its ends. */
  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "90, true", "91, false"})
  void anApprovalHoldsOnBothItsEnds(int days, boolean holds) {
    assertEquals(holds, asked(2, PERSONS).holdsOn(TODAY.plusDays(days)));
  }

  /** an approval is not over, and ends no earlier than it begins. */
  @ParameterizedTest
  @CsvSource({"0, 0, true", "1, 1, true", "-5, 0, true", "-5, -1, false", "2, 1, false"})
  void theDaysOfAnApprovalFollow(int from, int to, boolean may) {
    Approval asked =
        new Approval(
            "A",
            PATIENT,
            TODAY.plusDays(from),
            TODAY.plusDays(to),
            2,
            PERSONS,
            "12",
            Optional.empty(),
            DOCTOR);
    assertEquals(
        may ? List.of() : List.of(TakeHomeFault.WRONG_DAYS),
        rules("VN-2024").approve(TODAY, asked, known(daily(400), 400)));
  }

  /** a profile whose criteria ask for no days asks the ledger nothing. */
  @ParameterizedTest
  @CsvSource({"TREATMENT", "NO_DAY_MISSED", "SAME_DOSE"})
  void noDaysAskForNothing(Criterion criterion) {
    TakeHomeValues v = of("VN-2024", true, false);
    TakeHomeRules none =
        new TakeHomeRules(
            new TakeHomeValues(
                true,
                v.days(),
                false,
                new TakeHomeValues.Criteria(0, 0, 0),
                v.emptiesFirst(),
                v.emergencyDays()));
    assertEquals(Criterion.Truth.TRUE, none.truth(criterion, TODAY, known(List.of(), 1)));
    assertEquals(
        Criterion.Truth.UNKNOWN, rules("VN-2024").truth(criterion, TODAY, known(List.of(), 1)));
  }

  /** bottles for days to come say nothing of the days behind. */
  @Test
  void dosesForDaysToComeShowNothing() {
    List<DoseDay> ahead =
        List.of(DoseDay.of(TODAY.plusDays(1), DOSE, DoseDay.Kind.TAKE_HOME, true));
    assertEquals(
        Criterion.Truth.UNKNOWN,
        rules("VN-2024").truth(Criterion.TREATMENT, TODAY, known(ahead, 1)));
    List<DoseDay> doses = daily(400);
    doses.addAll(ahead);
    assertEquals(
        Criterion.Truth.TRUE, rules("VN-2024").truth(Criterion.TREATMENT, TODAY, known(doses, 1)));
  }

  /** a supplement of a day is not another dose of the day; alone it covers the day. */
  @Test
  void whatWasAddedOnADayIsNoChangeOfDose() {
    DoseDay added =
        new DoseDay(
            TODAY.minusDays(3),
            Mass.ofMilligrams(10),
            DoseDay.Kind.OBSERVED,
            true,
            false,
            Optional.empty(),
            Mass.ofMilligrams(10),
            DoseDay.Place.ADDITION);
    List<DoseDay> doses = daily(400);
    doses.addFirst(added);
    assertEquals(List.of(), approve(doses, PERSONS));
    doses.removeIf(d -> d.day().equals(added.day()) && d.place() != DoseDay.Place.ADDITION);
    assertEquals(
        List.of(TakeHomeFault.DOSE_CHANGED), approve(doses, PERSONS), "the day is not missed");
  }

  /** both parts of a day together are the dose of the day. */
  @ParameterizedTest
  @CsvSource({"35, true", "34, false"})
  void thePartsOfADayAreOneDose(long later, boolean same) {
    List<DoseDay> doses = daily(400);
    doses.removeIf(d -> d.day().equals(TODAY.minusDays(3)));
    doses.add(day(3, Mass.ofMilligrams(50), true));
    doses.add(day(3, Mass.ofMilligrams(later), true));
    assertEquals(same ? List.of() : List.of(TakeHomeFault.DOSE_CHANGED), approve(doses, PERSONS));
  }

  /** where no absence begins treatment again, a long one leaves it as long as it was. */
  @Test
  void withoutABeginningAgainAnAbsenceLeavesTreatmentAsLongAsItWas() {
    List<DoseDay> doses = daily(400);
    doses.removeIf(
        d -> d.day().isBefore(TODAY.minusDays(200)) && d.day().isAfter(TODAY.minusDays(260)));
    var never = new TakeHomeRules.Known(true, DOSE, doses, Optional.empty(), 400);
    assertEquals(Criterion.Truth.TRUE, rules("VN-2024").truth(Criterion.TREATMENT, TODAY, never));
    assertEquals(
        Criterion.Truth.FALSE,
        rules("VN-2024").truth(Criterion.TREATMENT, TODAY, known(doses, 400)));
  }

  /** a site that does not ask for empties first fills all the same. */
  @Test
  void whereEmptiesNeedNotComeFirstTheyDoNot() {
    TakeHomeValues v = of("VN-2024", true, false);
    TakeHomeRules later =
        new TakeHomeRules(
            new TakeHomeValues(true, v.days(), false, v.criteria(), false, v.emergencyDays()));
    TakeHomeRules.Supply out = supply(bottle("a", -1, 1, State.HANDED_OVER));
    assertEquals(List.of(), later.fill(out, TODAY.plusDays(1), DosePart.WHOLE, false));
    assertEquals(
        List.of(TakeHomeFault.EMPTIES_MISSING),
        rules("VN-2024").fill(out, TODAY.plusDays(1), DosePart.WHOLE, false));
  }

  /** each number and name of the forms has to be there. */
  @ParameterizedTest
  @CsvSource({
    "B, 04/1, ward, 05/1, ",
    "' ', 04/1, ward, 05/1, FORM_05",
    "B, ' ', ward, 05/1, FORM_04",
    "B, 04/1, ' ', 05/1, FORM_04",
    "B, 04/1, ward, ' ', FORM_05"
  })
  void aFormThatIsNotFilledInIsTold(
      String who, String form04, String by, String form05, TakeHomeFault fault) {
    var comes = new Representative(who, form04, by, form05, ids("a", "b"));
    assertEquals(
        Stream.ofNullable(fault).toList(), out(collection(Optional.of(comes), "a", "b"), false));
  }

  /** H09: only what certainly was handed out covers; what is in doubt blocks and covers nothing. */
  @ParameterizedTest
  @CsvSource({
    "FILLED, none",
    "HANDED_OVER, covers",
    "EMPTY_BACK, covers",
    "RETURNED, doubt",
    "LOST, doubt",
    "DISCARDED, none",
    "REOPENED, none"
  })
  void aBottleMeansThisForItsDay(State state, String meaning) {
    Optional<DoseDay> day = bottle("a", 0, 1, state).asDay();
    assertEquals(meaning, day.map(d -> d.confirmed() ? "covers" : "doubt").orElse("none"));
    assertEquals(day.isPresent(), state.coversItsDay());
  }

  /** Each refusal is told in both languages, with a way on, under a code of its own. */
  @ParameterizedTest
  @EnumSource(TakeHomeFault.class)
  void everyFaultHasAWayOn(TakeHomeFault fault) {
    assertTrue(fault.code().startsWith("take-home-"));
    assertTrue(fault.rule().matches("R-\\d+"));
    for (Words words : List.of(fault.english(), fault.vietnamese())) {
      assertTrue(words.text().length() > 10 && words.wayOn().length() > 5, fault.code());
    }
    assertEquals(
        TakeHomeFault.values().length,
        Stream.of(TakeHomeFault.values())
            .map(TakeHomeFault::code)
            .collect(Collectors.toSet())
            .size());
  }
}

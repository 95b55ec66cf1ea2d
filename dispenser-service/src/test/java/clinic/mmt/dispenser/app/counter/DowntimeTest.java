package clinic.mmt.dispenser.app.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.degraded.Downtimes;
import clinic.mmt.dispenser.app.degraded.Gate;
import clinic.mmt.dispenser.app.degraded.Openings;
import clinic.mmt.dispenser.app.degraded.PaperList;
import clinic.mmt.dispenser.app.degraded.Sheets;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.Rest;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.LiquidSource;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An outage, its sheet on paper, and the next opening (R-71, R-122, H95). */
class DowntimeTest {

  private static final Session OTHER = Bed.session("S-other", Role.DISPENSER);
  private static final Instant OUT = Bed.MORNING.minus(Duration.ofMinutes(20));
  private static final PatientId A = new PatientId("P-A");
  private static final PatientId B = new PatientId("P-B");

  private Bed bed = new Bed();

  @BeforeEach
  void staff() {
    staff(bed);
  }

  private static void staff(Bed bed) {
    bed.journal.transact(
        new Transaction<>(
            "S-test",
            Bed.MORNING,
            reads ->
                Decision.accept(
                    List.of(new Fact.StaffRegistered(Bed.NURSE.staff(), Set.of(Role.DISPENSER))),
                    true)),
        outcome -> assertInstanceOf(Outcome.Done.class, outcome));
    bed.run();
  }

  private <T> Answered<T> ask(Consumer<Consumer<Answered<T>>> question) {
    List<Answered<T>> answers = new ArrayList<>();
    question.accept(answers::add);
    bed.run();
    return answers.getFirst();
  }

  private static <T> T yes(Answered<T> answer) {
    return answer instanceof Answered.Yes<T>(T value)
        ? value
        : org.junit.jupiter.api.Assertions.fail("" + answer);
  }

  private static String code(Answered<?> answer) {
    return assertInstanceOf(Answered.No.class, answer).refusal().code();
  }

  private Downtime declared(Optional<StationId> station) {
    return yes(
        ask(
            reply ->
                new Downtimes(bed.house)
                    .declare(Bed.NURSE, new Downtimes.New(station, OUT, "no power"), reply)));
  }

  private Optional<Signature> signed(Session who, String digest) {
    return Optional.of(
        new Signature(
            who.staff(), who.roles(), digest, who.terminal(), bed.house.clock().instant()));
  }

  private static SheetRow dosed(PatientId patient, long mg, Instant at) {
    return new SheetRow(
        patient,
        SheetRow.Told.DOSED,
        Mass.ofMilligrams(mg),
        Optional.of(at),
        Optional.of(Bed.NURSE.staff()));
  }

  private static SheetRow told(PatientId patient, SheetRow.Told told) {
    return new SheetRow(patient, told, Mass.ZERO, Optional.empty(), Optional.empty());
  }

  private Answered<Integer> enter(Downtime downtime, SheetRow... rows) {
    Sheets.Lines lines = new Sheets.Lines(downtime.id(), Bed.STATION, List.of(rows));
    return ask(
        reply ->
            new Sheets(bed.house).enter(Bed.NURSE, signed(OTHER, lines.digest()), lines, reply));
  }

  private Answered<Integer> close(Downtime downtime, Rest rest, boolean empty) {
    Sheets.End end = new Sheets.End(downtime.id(), rest, empty);
    return ask(
        reply -> new Sheets(bed.house).close(Bed.NURSE, signed(OTHER, end.digest()), end, reply));
  }

  private Optional<State> dose(PatientId patient, LocalDate day) {
    return bed.read(reads -> reads.openOrTaken(patient, day, DosePart.WHOLE));
  }

  @Test
  void nobodyIsDosedUntilTheSheetIsInOrDeclaredEmptyByTwo() {
    Downtime owed = declared(Optional.empty());
    bed.identify("P-A").empty();
    assertEquals("sheet-owed", bed.notice());
    Sheets.End end = new Sheets.End(owed.id(), Rest.NOT_DOSED, true);
    assertEquals(
        "second-signature-needed",
        code(
            this.<Integer>ask(
                reply -> new Sheets(bed.house).close(Bed.NURSE, Optional.empty(), end, reply))));
    assertEquals(
        "second-signature-needed",
        code(
            this.<Integer>ask(
                reply ->
                    new Sheets(bed.house)
                        .close(Bed.NURSE, signed(Bed.NURSE, end.digest()), end, reply))),
        "twice the same person");
    assertEquals(0, yes(close(owed, Rest.NOT_DOSED, true)));
    bed.identify("P-A").is(Phase.REVIEWING);
    assertEquals("no-sheet-owed", code(close(owed, Rest.NOT_DOSED, true)));
  }

  @Test
  void aDoseOfTheSheetIsTakenAndItsLiquidLeavesTheBottle() {
    Downtime owed = declared(Optional.empty());
    Instant at = OUT.plusSeconds(300);
    assertEquals(1, yes(enter(owed, dosed(A, 85, at))));
    Dose dose = dose(A, Bed.DAY).orElseThrow().dose();
    assertEquals(Phase.CONSUMED, dose(A, Bed.DAY).orElseThrow().phase());
    assertEquals(LiquidSource.SHEET, dose.source());
    assertEquals(Optional.of(at), dose.endedAt());
    assertEquals(Optional.of(Bed.NURSE.staff()), dose.pouredBy());
    assertEquals(Volume.ofMicrolitres(991_500), bed.balance(AccountKind.BOTTLE, "B-1"));
    assertEquals(
        Volume.ofMicrolitres(8500),
        bed.<Volume>read(r -> r.balance(Account.only(AccountKind.PATIENT), Bed.BATCH)));
    bed.identify("P-B").empty();
    assertEquals("sheet-owed", bed.notice(), "the sheet is not in yet");
    assertEquals(0, yes(close(owed, Rest.NOT_DOSED, false)));
    bed.identify("P-A").empty();
    assertEquals("already-dosed", bed.notice(), "once a day, paper or not (R-30)");
    bed.identify("P-B").pour(8500).is(Phase.MEASURED);
  }

  @Test
  void theDayAfterADoseOfTheSheetGoesOnAsAlways() {
    Downtime owed = declared(Optional.empty());
    yes(enter(owed, dosed(A, 85, OUT.plusSeconds(300))));
    yes(close(owed, Rest.NOT_DOSED, false));
    bed.clockShift = Duration.ofDays(1);
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  @Test
  void whoIsNotAccountedForIsInDoubtAndGoesToADoctor() { // H95, principle 1
    Downtime owed = declared(Optional.empty());
    yes(enter(owed, dosed(A, 85, OUT.plusSeconds(300))));
    assertEquals(1, yes(close(owed, Rest.UNKNOWN, false)), "P-B; P-C has no order");
    assertEquals(Phase.UNCERTAIN, dose(B, Bed.DAY).orElseThrow().phase());
    bed.identify("P-B").empty();
    assertEquals("already-dosed", bed.notice(), "in doubt it counts as taken for the day");
    bed.clockShift = Duration.ofDays(1);
    bed.identify("P-B").empty();
    assertEquals("dose-in-doubt", bed.notice(), "and not for tolerance");
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  @Test
  void aLineMaySayThatNobodyKnowsOrThatNoneWasGiven() {
    Downtime owed = declared(Optional.empty());
    yes(enter(owed, told(A, SheetRow.Told.UNKNOWN), told(B, SheetRow.Told.NOT_DOSED)));
    assertEquals(Phase.UNCERTAIN, dose(A, Bed.DAY).orElseThrow().phase());
    assertEquals(0, yes(close(owed, Rest.UNKNOWN, false)), "everybody has a line");
    bed.identify("P-B").is(Phase.REVIEWING);
  }

  @Test
  void aLineThatCannotBeIsRefusedAndNothingIsWritten() {
    Downtime owed = declared(Optional.empty());
    Instant at = OUT.plusSeconds(300);
    SheetRow good = dosed(A, 85, at);
    assertFault(
        "time-not-possible", owed, good, dosed(B, 85, bed.house.clock().instant().plusSeconds(1)));
    assertFault("time-not-possible", owed, good, dosed(B, 85, OUT.minusSeconds(1)));
    assertFault("row-twice", owed, good, good);
    assertFault("not-registered", owed, good, dosed(new PatientId("P-Z"), 85, at));
    assertFault("no-order-of-that-day", owed, good, dosed(new PatientId("P-C"), 85, at));
    assertFault("no-order-of-that-day", owed, good, dosed(B, 0, at));
    assertFault("bottle-holds-less", owed, good, dosed(B, 9_916, at));
    assertFault(
        "no-such-staff",
        owed,
        good,
        new SheetRow(
            B,
            SheetRow.Told.DOSED,
            Mass.ofMilligrams(85),
            Optional.of(at),
            Optional.of(OTHER.staff())));
    assertEquals(Optional.empty(), dose(A, Bed.DAY), "all lines or none");
    assertEquals(1, yes(enter(owed, good)), "the control");
    assertEquals("sheet-not-empty", code(close(owed, Rest.NOT_DOSED, true)));
  }

  private void assertFault(String code, Downtime owed, SheetRow... rows) {
    Answered<Integer> answer = enter(owed, rows);
    assertEquals(code, code(answer));
    String text = ((Answered.No<Integer>) answer).refusal().text();
    assertTrue(text.startsWith("Line 2: "), text);
    assertFalse(text.contains("P-"), "names nobody");
  }

  @Test
  void aPersonDosedBeforeTheOutageIsNotDosedAgainByTheSheet() { // H04
    bed.handOver("P-A");
    Downtime owed = declared(Optional.empty());
    assertEquals("already-dosed", code(enter(owed, dosed(A, 85, OUT.plusSeconds(1)))));
  }

  @Test
  void aVisitThatIsOpenIsNotPouredOnceTheSheetIsInUse() {
    bed.identify("P-A").is(Phase.REVIEWING);
    declared(Optional.of(Bed.STATION));
    Bed.refused("sheet-owed", bed.step(Step.POUR));
  }

  @Test
  void aSheetOfOneStationLeavesTheOthersAloneUntilTheNextDay() {
    Downtime one = declared(Optional.of(new StationId("station-2")));
    assertFalse(one.stops(Bed.STATION, Bed.DAY));
    assertTrue(one.stops(new StationId("station-2"), Bed.DAY));
    assertTrue(one.stops(Bed.STATION, Bed.DAY.plusDays(1)), "the next opening (R-122)");
    bed.identify("P-A").pour(8500).is(Phase.MEASURED);
  }

  @Test
  void afterALongPauseTheServiceAsksAndAPersonAnswers() {
    assertEquals(Optional.empty(), noticed(Duration.ofMinutes(15)));
    Downtime asked = noticed(Duration.ofMinutes(15).plusSeconds(1)).orElseThrow();
    assertEquals(Optional.empty(), noticed(Duration.ofMinutes(30)), "asked once");
    bed.identify("P-A").empty();
    assertEquals("pause-unanswered", bed.notice());
    assertEquals(Downtime.Standing.NONE, answered(asked, false).standing());
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  @Test
  void aPauseInWhichDosesWereGivenOwesTheSheet() {
    Downtime asked = noticed(Duration.ofHours(1)).orElseThrow();
    assertEquals(Downtime.Standing.OWED, answered(asked, true).standing());
    bed.identify("P-A").empty();
    assertEquals("sheet-owed", bed.notice());
    yes(enter(asked, dosed(A, 85, OUT)));
    yes(close(asked, Rest.NOT_DOSED, false));
    assertEquals(
        "nothing-proposed",
        code(
            this.<Downtime>ask(
                r ->
                    new Downtimes(bed.house)
                        .answer(Bed.NURSE, new Downtimes.Said(asked.id(), true, "x"), r))));
  }

  /** What was written after the backup is not known here: each day since owes its sheet. */
  @Test
  void aRestoredLedgerOwesTheSheetsOfTheDaysSinceItsLastEntryOnce() {
    Instant last = bed.house.clock().instant().minus(Duration.ofDays(2));
    List<Downtime> owed = restored(last);
    assertEquals(
        List.of(Bed.DAY.minusDays(2), Bed.DAY.minusDays(1), Bed.DAY),
        owed.stream().map(Downtime::day).toList());
    assertEquals(last, owed.getFirst().from());
    assertEquals(List.of(), restored(last), "a start that was cut off repeats it");
    bed.identify("P-A").empty();
    assertEquals("sheet-owed", bed.notice());
    owed.forEach(downtime -> yes(close(downtime, Rest.NOT_DOSED, true)));
    bed.identify("P-A").is(Phase.REVIEWING);
  }

  private List<Downtime> restored(Instant last) {
    List<Outcome<List<Downtime>>> outcomes = new ArrayList<>();
    new Downtimes(bed.house).restored(last, outcomes::add);
    bed.run();
    return outcomes.getFirst() instanceof Outcome.Done<List<Downtime>> done
        ? done.answer()
        : org.junit.jupiter.api.Assertions.fail("" + outcomes);
  }

  private Optional<Downtime> noticed(Duration before) {
    List<Outcome<Optional<Downtime>>> outcomes = new ArrayList<>();
    Instant last = bed.house.clock().instant().minus(before);
    new Downtimes(bed.house).noticed(last, outcomes::add);
    bed.run();
    return outcomes.getFirst() instanceof Outcome.Done<Optional<Downtime>> done
        ? done.answer()
        : org.junit.jupiter.api.Assertions.fail("" + outcomes);
  }

  private Downtime answered(Downtime asked, boolean onPaper) {
    return yes(
        ask(
            reply ->
                new Downtimes(bed.house)
                    .answer(
                        Bed.NURSE, new Downtimes.Said(asked.id(), onPaper, "power cut"), reply)));
  }

  private Answered<Opening> open(Optional<Trace> trace) {
    return ask(reply -> new Openings(bed.house).open(Bed.NURSE, trace, reply));
  }

  @Test
  void aDayIsOpenedWithATraceThatSurvivesThePower() {
    assertEquals("trace-missing", code(open(Optional.empty())));
    Downtime owed = declared(Optional.of(new StationId("station-2")));
    assertEquals("sheet-owed", code(open(Optional.of(Trace.SIGNED_REGISTER))));
    yes(close(owed, Rest.NOT_DOSED, true));
    Opening opening = yes(open(Optional.of(Trace.SIGNED_REGISTER)));
    assertEquals(new Opening(Bed.DAY, Trace.SIGNED_REGISTER, Bed.NURSE.staff()), opening);
    assertEquals(opening, yes(open(Optional.of(Trace.STRIP_PRINTER))), "opened once");
  }

  @Test
  void aProductionSiteDosesNobodyBeforeItsDayIsOpened() {
    assertEquals(Optional.empty(), gate(bed), "the control: training is exempt");
    bed = new Bed("production");
    assertEquals(Optional.of("day-not-opened"), gate(bed));
    yes(open(Optional.of(Trace.STRIP_PRINTER)));
    assertEquals(Optional.empty(), gate(bed));
  }

  private static Optional<String> gate(Bed bed) {
    return bed.read(
        reads -> Gate.refusal(reads, bed.house, Bed.STATION).map(refusal -> refusal.code()));
  }

  @Test
  void theSheetOnPaperSaysWhoMayBeGivenHowMuch() {
    bed.handOver("P-A");
    PaperList.Sheet sheet = bed.read(reads -> new PaperList(bed.house).of(reads, Bed.STATION));
    assertEquals(List.of(A, B), sheet.lines().stream().map(PaperList.Line::patient).toList());
    assertEquals(
        List.of(PaperList.Standing.DOSED, PaperList.Standing.MAY),
        sheet.lines().stream().map(PaperList.Line::standing).toList());
    PaperList.Line line = sheet.lines().getLast();
    assertEquals(Mass.ofMilligrams(85), line.dose());
    assertEquals(Optional.of(Volume.ofMicrolitres(8500)), line.volume());
    assertEquals(sheet.printed().plus(Duration.ofHours(24)), sheet.validUntil());
  }
}

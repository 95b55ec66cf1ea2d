package clinic.mmt.dispenser.app.day;

import static clinic.mmt.dispenser.app.UseCases.ask;
import static clinic.mmt.dispenser.app.UseCases.refused;
import static clinic.mmt.dispenser.app.UseCases.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.care.DayCloses;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.stock.Forecasts;
import clinic.mmt.dispenser.app.stock.StockPages;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.day.Attribution;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.CountResult;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.CustodyEnd;
import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.dispenser.domain.day.DifferenceAlarm;
import clinic.mmt.dispenser.domain.day.DifferenceExplanation;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.OpeningCheck;
import clinic.mmt.dispenser.domain.day.SealState;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.reconciliation.DifferenceSteps;
import clinic.mmt.dispenser.domain.reconciliation.Finding;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.SiteType;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening check, hand-over, blind count, close and corrections of the stock. */
class StockDayTest {

  @TempDir Path folder;

  private PeopleStore people;
  private StockDayClinic clinic;
  private BottleId[] bottles;

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    clinic = new StockDayClinic(people);
    bottles = clinic.received("N-1", 4);
    clinic.opened(bottles[0]);
    clinic.mounted(bottles[0]);
  }

  @AfterEach
  void close() {
    people.close();
  }

  private static <T> Answered<T> asked(Consumer<Consumer<Answered<T>>> question) {
    return ask(question);
  }

  private static Volume ml(long millilitres) {
    return Volume.ofMillilitres(millilitres);
  }

  private CountPlace place(BottleId label) {
    return new CountPlace(CountPlace.Kind.BOTTLE, label.value(), StockDayClinic.BATCH);
  }

  private CountPosted.Said said(CountPlace place, CountReason reason) {
    return new CountPosted.Said(place, reason, "in words");
  }

  private static CountLine line(CountStored stored, CountPlace place) {
    return stored.lines().stream().filter(l -> l.place().equals(place)).findFirst().orElseThrow();
  }

  private Answered<HandOvers.Done> handOver(Session by, Optional<Session> second) {
    HandOvers.Asked asked =
        new HandOvers.Asked(StockDayClinic.STATION, Optional.of(clinic.gross(bottles[0])));
    Optional<Signature> signature = second.map(s -> clinic.signature(s, asked.digest()));
    return ask(reply -> new HandOvers(clinic.use.house).handOver(by, signature, asked, reply));
  }

  private Answered<StockAdjustment> adjust(
      Session second, StockAdjustment.Kind kind, String count, CountPlace place) {
    StockAdjustments.Asked asked =
        new StockAdjustments.Asked(kind, count, place, CountReason.MEASURED_WRONG, "words");
    return ask(
        reply ->
            new StockAdjustments(clinic.use.house)
                .adjust(
                    clinic.pharmacist,
                    Optional.of(clinic.signature(second, asked.digest())),
                    asked,
                    reply));
  }

  @Test
  void countsAreStoredByTwoBeforeTheBookIsShown() {
    CountScope scope = yes(clinic.begin());
    List<StockPages.BottleLine> shown =
        yes(asked(reply -> new StockPages(clinic.use.house).bottles(clinic.nurse, reply)));
    assertEquals(1, shown.size(), "how many closed ones there are is not told either");
    assertEquals(Optional.empty(), shown.getFirst().volume());
    assertEquals(
        Optional.of("count-under-way"),
        refused(
            StockDayTest.<List<StockReads.Held>>asked(
                reply -> new StockPages(clinic.use.house).accounts(clinic.nurse, reply))));
    assertEquals(
        Optional.of("count-under-way"),
        refused(handOver(clinic.nurse, Optional.empty())),
        "a hand-over would tell the difference");
    DayCounts.Counts counts = clinic.counts(scope);
    Answered<CountStored> alone =
        ask(
            reply ->
                new DayCounts(clinic.use.house)
                    .store(clinic.nurse, Optional.empty(), counts, reply));
    assertEquals(Optional.of("second-signature-needed"), refused(alone));
    Answered<CountStored> twice =
        ask(
            reply ->
                new DayCounts(clinic.use.house)
                    .store(
                        clinic.nurse,
                        Optional.of(clinic.signature(clinic.nurse, counts.digest())),
                        counts,
                        reply));
    assertEquals(Optional.of("second-signature-needed"), refused(twice), "by one person twice");
    yes(clinic.store(counts));
    assertEquals(Optional.of("count-stored"), refused(clinic.store(counts)));
    List<StockPages.BottleLine> after =
        yes(asked(reply -> new StockPages(clinic.use.house).bottles(clinic.nurse, reply)));
    assertEquals(4, after.size());
  }

  @Test
  void everyPlaceIsCountedOnceWhileNothingIsPoured() {
    CountScope scope = yes(clinic.begin());
    List<DayCounts.Found> all = clinic.counts(scope).all();
    for (int i = 0; i < all.size(); i++) {
      List<DayCounts.Found> without = new java.util.ArrayList<>(all);
      DayCounts.Found gone = without.remove(i);
      assertEquals(
          Optional.of("count-incomplete"),
          refused(clinic.store(new DayCounts.Counts(scope.id(), 1, without))),
          gone.place().key());
    }
    clinic.dose(bottles[0], 8_000, DosePart.WHOLE);
    assertEquals(
        Optional.of("stock-moved"), refused(clinic.store(clinic.counts(scope))), "a late patient");
    CountScope anew = yes(clinic.begin());
    assertEquals(
        Optional.of("count-not-begun"), refused(clinic.store(clinic.counts(scope))), "given up");
    yes(clinic.store(clinic.counts(anew))); // the control
  }

  @Test
  void whatHonestWorkExplainsIsBookedWithoutAReason() {
    for (int i = 0; i < 20; i++) {
      clinic.dose(bottles[0], 8_000, DosePart.WHOLE);
    }
    clinic.off.put(bottles[0], Volume.ofMicrolitres(-90));
    CountStored stored = clinic.counted();
    CountLine line = line(stored, place(bottles[0]));
    assertEquals(20, line.exposure().doses());
    assertEquals(ml(160), line.exposure().weighed());
    assertEquals(ml(1000), line.exposure().unweighed(), "its first count finds the overage");
    assertFalse(line.beyond());
    assertEquals(line.difference().negated(), clinic.balance(AccountKind.LOSS));
    assertEquals(Volume.ZERO, clinic.balance(AccountKind.SURPLUS));
    clinic.tomorrow();
    clinic.off.put(bottles[0], Volume.ofMicrolitres(60));
    CountLine next = line(clinic.counted(), place(bottles[0]));
    assertEquals(Volume.ZERO, next.exposure().unweighed());
    assertEquals(0, next.exposure().doses(), "since the count before");
    assertEquals(1, next.exposure().bottleDays());
    assertTrue(clinic.balance(AccountKind.LOSS).isMoreThan(Volume.ZERO), "never netted");
    assertEquals(next.difference().negated(), clinic.balance(AccountKind.SURPLUS));
  }

  @Test
  void whatItDoesNotExplainNeedsAReasonAndTwo() {
    clinic.off.put(bottles[0], ml(-40));
    CountStored stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    assertTrue(line(stored, place(bottles[0])).beyond());
    assertEquals(Optional.of("count-reason-missing"), refused(clinic.book(stored.id())));
    CountPosted.Said blank = new CountPosted.Said(place(bottles[0]), CountReason.SPILLED, " ");
    assertEquals(Optional.of("count-reason-missing"), refused(clinic.book(stored.id(), blank)));
    CountBooks.Asked asked =
        new CountBooks.Asked(stored.id(), List.of(said(place(bottles[0]), CountReason.SPILLED)));
    Answered<CountPosted> alone =
        ask(
            reply ->
                new CountBooks(clinic.use.house)
                    .book(clinic.nurse, Optional.empty(), asked, reply));
    assertEquals(Optional.of("second-signature-needed"), refused(alone));
    yes(clinic.book(stored.id(), said(place(bottles[0]), CountReason.SPILLED)));
    assertTrue(clinic.balance(AccountKind.LOSS).minus(ml(40)).magnitude().isLessThan(ml(1)));
    assertEquals(
        Optional.of("count-booked"),
        refused(clinic.book(stored.id(), said(place(bottles[0]), CountReason.SPILLED))));
  }

  @Test
  void aSecondBlindCountIsAskedForBeforeAnythingIsBooked() {
    clinic.off.put(bottles[0], ml(-40));
    CountStored first = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    clinic.off.clear(); // the first time the cap was not on the scale
    Answered<CountScope> again =
        ask(reply -> new DayCounts(clinic.use.house).again(clinic.nurse, first.id(), reply));
    CountScope scope = yes(again);
    assertEquals(2, scope.attempt());
    CountStored second = yes(clinic.store(clinic.counts(scope)));
    assertFalse(line(second, place(bottles[0])).beyond());
    yes(clinic.book(second.id()));
    assertEquals(
        List.of(second.lines().getFirst().difference()),
        clinic.look(r -> r.stock().days().results(clinic.today(), clinic.today())).stream()
            .filter(r -> r.place().equals(place(bottles[0])))
            .map(CountResult::difference)
            .toList());
    Answered<CountScope> late =
        ask(reply -> new DayCounts(clinic.use.house).again(clinic.nurse, first.id(), reply));
    assertEquals(Optional.of("count-booked"), refused(late));
  }

  @Test
  void aMissingClosedContainerIsKnownByItsLabel() {
    CountPlace store = CountPlace.closed(AccountKind.STORE, ml(1000), StockDayClinic.BATCH);
    CountScope scope = yes(clinic.begin());
    DayCounts.Found two =
        new DayCounts.Found(
            store,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(2),
            Optional.empty());
    CountStored byNumber = yes(clinic.store(with(clinic.counts(scope), two)));
    assertEquals(ml(-1000), line(byNumber, store).difference());
    assertEquals(
        Optional.of("closed-differ"),
        refused(clinic.book(byNumber.id(), said(store, CountReason.OTHER))));
    Answered<CountScope> again =
        ask(reply -> new DayCounts(clinic.use.house).again(clinic.nurse, scope.id(), reply));
    DayCounts.Found scanned = StockDayClinic.scanned(store, List.of(bottles[1], bottles[2]));
    CountStored stored = yes(clinic.store(with(clinic.counts(yes(again)), scanned)));
    assertEquals(List.of(bottles[3]), line(stored, store).missing());
    assertEquals(Optional.of("count-reason-missing"), refused(clinic.book(stored.id())));
    yes(clinic.book(stored.id(), said(store, CountReason.OTHER)));
    assertEquals(
        BottleState.MISSING,
        clinic.look(r -> r.stock().bottle(bottles[3])).orElseThrow().state(),
        "an open item");
    assertEquals(
        ml(1000),
        clinic.look(
            r ->
                r.balance(
                    new Account(AccountKind.DISCREPANCY, bottles[3].value()),
                    StockDayClinic.BATCH)));
    assertEquals(ml(2000), clinic.balance(AccountKind.STORE));
  }

  private static DayCounts.Counts with(DayCounts.Counts counts, DayCounts.Found other) {
    return new DayCounts.Counts(
        counts.count(),
        counts.attempt(),
        counts.all().stream().map(f -> f.place().equals(other.place()) ? other : f).toList());
  }

  @Test
  void aDifferenceBelongsToThePeriodThatEnds() { // hand-over
    HandOvers.Done first = yes(handOver(clinic.nurse, Optional.empty()));
    assertEquals(Optional.empty(), first.ended());
    for (int i = 0; i < 10; i++) {
      clinic.dose(bottles[0], 8_000, DosePart.WHOLE);
    }
    clinic.off.put(bottles[0], ml(-5));
    assertEquals(
        Optional.of("second-signature-needed"), refused(handOver(clinic.nurse, Optional.empty())));
    assertEquals(
        Optional.of("not-the-keeper"),
        refused(handOver(clinic.second, Optional.of(clinic.pharmacist))));
    HandOvers.Done next = yes(handOver(clinic.nurse, Optional.of(clinic.second)));
    assertEquals(clinic.second.staff(), next.begun().keeper());
    CustodyEnd.Measured measured = next.ended().orElseThrow().measured().orElseThrow();
    assertEquals(10, measured.exposure().doses());
    assertTrue(measured.difference().plus(ml(5)).magnitude().isLessThan(Volume.ofMicrolitres(2)));
    assertEquals(Volume.ZERO, clinic.balance(AccountKind.LOSS), "nothing is booked");
    clinic.later();
    HandOvers.Done third = yes(handOver(clinic.pharmacist, Optional.of(clinic.second)));
    assertEquals(clinic.pharmacist.staff(), third.begun().keeper(), "the keeper signs second");
    assertTrue(
        third
            .ended()
            .orElseThrow()
            .measured()
            .orElseThrow()
            .difference()
            .magnitude()
            .isLessThan(Volume.ofMicrolitres(2)),
        "what was missing before is not hers");
    clinic.off.put(bottles[0], ml(-7));
    CountStored stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    assertEquals(Optional.of(third.begun().id()), line(stored, place(bottles[0])).custody());
    yes(clinic.book(stored.id(), said(place(bottles[0]), CountReason.OTHER)));
    assertEquals(
        Optional.empty(), clinic.look(r -> r.stock().days().custody(StockDayClinic.STATION)));
    CustodyEnd end =
        clinic
            .look(r -> r.stock().days().find(StockDayFact.CustodyEnded.class, third.begun().id()))
            .orElseThrow()
            .end();
    assertTrue(
        end.measured()
            .orElseThrow()
            .difference()
            .plus(ml(2))
            .magnitude()
            .isLessThan(Volume.ofMicrolitres(2)),
        "2 of the 7 mL");
  }

  @Test
  void theDayIsClosedAfterABookedCount() {
    clinic.dose(bottles[0], 8_000, DosePart.WHOLE);
    clinic.dose(bottles[0], 6_000, DosePart.REPLACEMENT);
    assertEquals(
        Optional.of("day-not-counted"),
        refused(clinic.close(clinic.nurse, clinic.today(), "N-1", "")));
    CountStored stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    assertEquals(
        Optional.of("day-not-counted"),
        refused(clinic.close(clinic.nurse, clinic.today(), "N-1", "")),
        "counted and not booked");
    yes(clinic.book(stored.id()));
    Answered<DayClose> old =
        ask(reply -> new DayCloses(clinic.use.house).close(clinic.nurse, clinic.today(), reply));
    assertEquals(Optional.of("close-with-list"), refused(old));
    FrozenDay frozen = yes(clinic.close(clinic.nurse, clinic.today(), "N-1", ""));
    assertEquals(2, frozen.doses());
    DayFigures figures = frozen.figures().getFirst();
    assertEquals(ml(4000), figures.received());
    assertEquals(ml(8), figures.dispensed());
    assertEquals(ml(6), figures.replaced());
    assertEquals(figures.closing(), figures.computed());
    assertTrue(clinic.look(r -> r.episodes().close(clinic.today())).isPresent());
    assertEquals(
        frozen, yes(clinic.close(clinic.nurse, clinic.today(), "N-9", "")), "nothing moved");
  }

  @Test
  void aDoseAfterTheCountNeedsAnotherCount() {
    clinic.counted();
    clinic.dose(bottles[0], 8_000, DosePart.WHOLE);
    assertEquals(
        Optional.of("day-not-counted"),
        refused(clinic.close(clinic.nurse, clinic.today(), "N-1", "")),
        "tonight's weight of the bottle is not known");
    clinic.closed("N-1"); // the control
  }

  @Test
  void aLatePatientGoesToASupplementaryCloseOfTheSameDay() {
    clinic.dose(bottles[0], 8_000, DosePart.WHOLE);
    FrozenDay first = clinic.closed("N-1");
    clinic.dose(bottles[0], 5_000, DosePart.WHOLE);
    FrozenDay more = yes(clinic.close(clinic.nurse, clinic.today(), "N-2", ""));
    assertEquals(2, more.number());
    assertEquals(1, more.doses());
    assertEquals(ml(5), more.figures().getFirst().dispensed());
    assertEquals(first.figures().getFirst().closing(), more.figures().getFirst().opening());
    assertEquals(
        first, clinic.look(r -> r.stock().days().closes(clinic.today())).getFirst(), "frozen");
    clinic.tomorrow();
    assertFalse(yes(clinic.check(SealState.UNBROKEN, "N-1")).fits(), "the first seal is gone");
    assertTrue(yes(clinic.check(SealState.UNBROKEN, "N-2")).fits());
  }

  @Test
  void whatNobodyClosedByHandIsClosedAtTheNextOpening() {
    clinic.closed("N-1");
    LocalDate evening = clinic.today();
    clinic.dose(bottles[0], 5_000, DosePart.WHOLE);
    clinic.tomorrow();
    assertFalse(
        yes(clinic.check(SealState.UNBROKEN, "N-1")).fits(), "the bottle weighs less than then");
    List<FrozenDay> closes = clinic.look(r -> r.stock().days().closes(evening));
    assertEquals(List.of(1, 2), closes.stream().map(FrozenDay::number).toList());
    assertEquals(ml(5), closes.getLast().figures().getFirst().dispensed());
  }

  @Test
  void anotherSealOrWeightIsCountedByTwoBeforeTheDayOpens() {
    clinic.closed("N-1");
    clinic.tomorrow();
    assertEquals(Optional.of("stock-not-checked"), refused(clinic.open()));
    for (SealState seal : List.of(SealState.BROKEN, SealState.UNKNOWN)) {
      assertFalse(yes(clinic.check(seal, "N-1")).fits(), seal.name());
    }
    assertFalse(yes(clinic.check(SealState.UNBROKEN, "N-7")).fits());
    clinic.off.put(bottles[0], ml(-3));
    assertFalse(yes(clinic.check(SealState.UNBROKEN, "N-1")).fits());
    assertEquals(Optional.of("stock-to-count"), refused(clinic.open()));
    CountStored stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    yes(clinic.book(stored.id(), said(place(bottles[0]), CountReason.OTHER)));
    yes(clinic.open());
  }

  @Test
  void onePersonOpensWhenSealAndWeightAreThoseOfTheEvening() {
    clinic.closed("N-1");
    clinic.tomorrow();
    Answered<OpeningCheck> less =
        ask(
            reply ->
                new StockOpenings(clinic.use.house)
                    .check(
                        clinic.nurse,
                        new StockOpenings.Looked(
                            SealState.UNBROKEN, Optional.of("N-1"), java.util.Map.of(), List.of()),
                        reply));
    assertEquals(Optional.of("opened-not-weighed"), refused(less));
    assertTrue(yes(clinic.check(SealState.UNBROKEN, "N-1")).fits());
    yes(clinic.open());
    boolean checked = clinic.look(r -> r.checked(StockDayClinic.STATION, clinic.today()));
    assertTrue(checked);
  }

  @Test
  void aReferenceWeightPassesWithinItsBand() {
    for (long off : List.of(-40_000L, 40_000L)) {
      assertTrue(StockDayClinic.station(20_000_000 + off).passed(2), off + " µg");
    }
    for (long off : List.of(-40_001L, 40_001L)) {
      assertFalse(StockDayClinic.station(20_000_000 + off).passed(2), off + " µg");
    }
    assertFalse(
        new StockOpenings.CheckedStation(
                StockDayClinic.STATION, "P", "S", Mass.ofGrams(20), Mass.ofGrams(20), false)
            .passed(2));
  }

  @Test
  void anUnexplainedDifferenceStaysOpenAndTheHeadWritesANote() {
    clinic.off.put(bottles[0], ml(-40));
    CountStored stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    yes(clinic.book(stored.id(), said(place(bottles[0]), CountReason.UNEXPLAINED)));
    clinic.off.clear();
    assertEquals(Volume.ZERO, clinic.balance(AccountKind.LOSS));
    assertEquals(
        Optional.of("head-note-needed"),
        refused(clinic.close(clinic.nurse, clinic.today(), "N-1", "note")));
    assertEquals(
        Optional.of("head-note-needed"),
        refused(clinic.close(clinic.head, clinic.today(), "N-1", " ")));
    FrozenDay frozen = yes(clinic.close(clinic.head, clinic.today(), "N-1", "looked for it"));
    LocalDate first = clinic.today();
    assertEquals(List.of(CloseList.Sort.UNEXPLAINED), sorts(frozen));
    clinic.tomorrow();
    FrozenDay next = clinic.closed("N-2");
    assertEquals(first, next.list().orElseThrow().items().getFirst().since(), "its age goes on");
    assertEquals(
        Optional.of("second-signature-needed"),
        refused(adjust(clinic.pharmacist, StockAdjustment.Kind.SETTLED, "", place(bottles[0]))));
    yes(adjust(clinic.nurse, StockAdjustment.Kind.SETTLED, "", place(bottles[0])));
    assertEquals(Volume.ZERO, clinic.balance(AccountKind.DISCREPANCY));
    assertEquals(
        Optional.of("nothing-to-explain"),
        refused(adjust(clinic.nurse, StockAdjustment.Kind.SETTLED, "", place(bottles[0]))));
    clinic.tomorrow();
    assertEquals(List.of(), sorts(clinic.closed("N-3")));
  }

  /** Takes {@code daily} from the mounted bottle each day until a booking raises an alarm. */
  private DifferenceAlarm takes(long daily) {
    for (int day = 0; day < 40; day++) {
      for (int i = 0; i < 100; i++) {
        clinic.dose(bottles[0], 500, DosePart.WHOLE);
      }
      clinic.off.put(bottles[0], Volume.ofMicrolitres(day < 3 ? 0 : -daily));
      clinic.counted();
      List<DifferenceAlarm> raised =
          clinic.look(r -> DifferenceAlarms.open(r.stock().days(), clinic.today()));
      clinic.off.clear();
      if (!raised.isEmpty()) {
        return raised.getFirst();
      }
      yes(clinic.close(clinic.nurse, clinic.today(), "N-" + day, ""));
      clinic.tomorrow();
    }
    throw new AssertionError("no alarm");
  }

  private Answered<DifferenceExplanation> explain(Session second, String alarm, String words) {
    DayDifferences.Asked asked = new DayDifferences.Asked(alarm, CountReason.OTHER, words);
    return ask(
        reply ->
            new DayDifferences(clinic.use.house)
                .explain(
                    clinic.pharmacist,
                    Optional.of(clinic.signature(second, asked.digest())),
                    asked,
                    reply));
  }

  private Answered<DayDifferences.Page> differences(Session by) {
    return ask(
        reply ->
            new DayDifferences(clinic.use.house)
                .page(by, clinic.today().minusDays(60), clinic.today(), reply));
  }

  @Test
  void aLittleEveryDayIsAnOpenItemUntilTwoExplainIt() {
    DifferenceAlarm alarm = takes(870);
    assertTrue(
        alarm.found().stream()
            .anyMatch(f -> f.at().equals(new Attribution(Attribution.Kind.STATION, "s1"))),
        alarm.toString());
    assertTrue(
        alarm.found().stream().noneMatch(f -> f.finding().kind() == Finding.Kind.ONE_DAY),
        "each day alone is within its limit: " + alarm);
    FrozenDay frozen = yes(clinic.close(clinic.nurse, clinic.today(), "N-1", ""));
    assertEquals(
        List.of(new CloseList.Item(CloseList.Sort.DIFFERENCE, alarm.id(), alarm.day())),
        frozen.list().orElseThrow().items());
    assertEquals(
        Optional.of("unknown-difference"), refused(explain(clinic.nurse, "da-none", "words")));
    assertEquals(
        Optional.of("adjustment-words-missing"), refused(explain(clinic.nurse, alarm.id(), " ")));
    assertEquals(
        Optional.of("second-signature-needed"),
        refused(explain(clinic.pharmacist, alarm.id(), "words")));
    clinic.tomorrow();
    FrozenDay next = clinic.closed("N-2");
    assertEquals(List.of(CloseList.Sort.DIFFERENCE), sorts(next), "still open");
    assertEquals(alarm.day(), next.list().orElseThrow().items().getFirst().since());
    yes(explain(clinic.nurse, alarm.id(), "the nozzle drips"));
    assertEquals(
        Optional.of("difference-explained"), refused(explain(clinic.nurse, alarm.id(), "again")));
    clinic.tomorrow();
    assertEquals(List.of(), sorts(clinic.closed("N-3")));
    DayDifferences.Page page = yes(differences(clinic.nurse));
    assertEquals(
        Optional.of("the nozzle drips"),
        page.alarms().getFirst().explained().map(DifferenceExplanation::words));
  }

  @Test
  void differencesOverDaysAreNotToldWhilePeopleCount() {
    clinic.off.put(bottles[0], ml(-40));
    CountScope scope = yes(clinic.begin());
    assertEquals(Optional.of("count-under-way"), refused(differences(clinic.nurse)));
    CountStored stored = yes(clinic.store(clinic.counts(scope)));
    yes(clinic.book(stored.id(), said(place(bottles[0]), CountReason.SPILLED)));
    DayDifferences.Page page = yes(differences(clinic.nurse));
    assertEquals(
        DifferenceSteps.Step.HEAD, page.steps().step(page.differences().days().getFirst()));
    Attribution bottle = new Attribution(Attribution.Kind.BOTTLE, bottles[0].value());
    assertTrue(page.differences().found().stream().anyMatch(f -> f.at().equals(bottle)));
    assertEquals(List.of(), page.alarms(), "two persons gave its reason when they booked it");
  }

  private static List<CloseList.Sort> sorts(FrozenDay frozen) {
    return frozen.list().orElseThrow().items().stream().map(CloseList.Item::kind).toList();
  }

  @Test
  void aReversalIsLinkedAndChangesNoFrozenFigure() {
    clinic.off.put(bottles[0], ml(-40));
    CountStored stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    yes(clinic.book(stored.id(), said(place(bottles[0]), CountReason.SPILLED)));
    clinic.off.clear();
    FrozenDay frozen = yes(clinic.close(clinic.nurse, clinic.today(), "N-1", ""));
    LocalDate day = clinic.today();
    Volume loss = frozen.figures().getFirst().loss();
    clinic.tomorrow();
    assertEquals(
        Optional.of("unknown-count"),
        refused(adjust(clinic.nurse, StockAdjustment.Kind.REVERSED, "sc-none", place(bottles[0]))));
    yes(adjust(clinic.nurse, StockAdjustment.Kind.REVERSED, stored.id(), place(bottles[0])));
    assertEquals(
        Optional.of("reversed-already"),
        refused(
            adjust(clinic.nurse, StockAdjustment.Kind.REVERSED, stored.id(), place(bottles[0]))));
    assertEquals(Volume.ZERO, clinic.balance(AccountKind.LOSS));
    assertEquals(loss, clinic.balance(AccountKind.DISCREPANCY), "to be explained anew");
    StockCloses.Page page =
        yes(asked(reply -> new StockCloses(clinic.use.house).page(clinic.nurse, day, reply)));
    assertEquals(List.of(frozen), page.closes());
    assertEquals(
        List.of(loss.negated()), page.adjustments().stream().map(StockAdjustment::volume).toList());
    FrozenDay next = clinic.closed("N-2");
    assertEquals(Volume.ZERO, next.figures().getFirst().loss(), "never below zero");
    assertEquals(next.figures().getFirst().closing(), next.figures().getFirst().computed());
  }

  private Answered<StockAdjustments.Page> corrections(Session by) {
    return ask(
        reply ->
            new StockAdjustments(clinic.use.house)
                .page(by, clinic.today().minusDays(30), clinic.today(), reply));
  }

  @Test
  void whatMayBeCorrectedIsOfferedAndWhatWasIsListed() {
    clinic.off.put(bottles[0], ml(-40));
    CountStored stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    yes(clinic.book(stored.id(), said(place(bottles[0]), CountReason.SPILLED)));
    clinic.off.clear();
    StockAdjustments.Page before = yes(corrections(clinic.nurse));
    StockAdjustments.Booked booked = before.booked().getFirst();
    assertEquals(place(bottles[0]), booked.result().place());
    assertEquals(Optional.of(CountReason.SPILLED), booked.reason());
    assertEquals(List.of(), before.open());
    yes(adjust(clinic.nurse, StockAdjustment.Kind.REVERSED, stored.id(), place(bottles[0])));
    StockAdjustments.Page taken = yes(corrections(clinic.pharmacist));
    assertEquals(List.of(), taken.booked(), "it is taken back once");
    assertEquals(
        List.of(
            new StockAdjustments.Open(place(bottles[0]), booked.result().difference().negated())),
        taken.open());
    yes(adjust(clinic.nurse, StockAdjustment.Kind.SETTLED, "", place(bottles[0])));
    StockAdjustments.Page settled = yes(corrections(clinic.pharmacist));
    assertEquals(List.of(), settled.open());
    assertEquals(
        List.of(StockAdjustment.Kind.SETTLED, StockAdjustment.Kind.REVERSED),
        settled.made().stream().map(StockAdjustment::kind).toList());
    yes(clinic.begin());
    assertEquals(Optional.of("count-under-way"), refused(corrections(clinic.pharmacist)));
  }

  @Test
  void whatIsUnexplainedOrBrokenIsNotOfferedToBeTakenBack() {
    clinic.off.put(bottles[0], ml(-40));
    CountStored stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    yes(clinic.book(stored.id(), said(place(bottles[0]), CountReason.UNEXPLAINED)));
    clinic.move(clinic.doctor, BottleAct.BREAK, bottles[2]);
    StockAdjustments.Page page = yes(corrections(clinic.pharmacist));
    assertEquals(List.of(), page.booked());
    assertEquals(
        List.of(place(bottles[0])),
        page.open().stream().map(StockAdjustments.Open::place).toList(),
        "a broken bottle is settled by its label");
  }

  @Test
  void atASmallSiteTheSecondSignatureOfACountIsOwed() { // R-80, H109
    House h = clinic.use.house;
    House small =
        new House(
            h.journal(),
            h.people(),
            h.clock(),
            h.timers(),
            h.ids(),
            h.calendar(),
            h.rules(),
            SiteType.SMALL);
    DayCounts.Counts counts = clinic.counts(yes(clinic.begin()));
    Answered<CountStored> alone =
        ask(reply -> new DayCounts(small).store(clinic.nurse, Optional.empty(), counts, reply));
    yes(clinic.book(yes(alone).id()));
    assertEquals(
        clinic.today().plusDays(3), clinic.look(Reads::owed).getFirst().due(), "within 72 hours");
    FrozenDay frozen = yes(clinic.close(clinic.nurse, clinic.today(), "N-1", ""));
    assertEquals(List.of(CloseList.Sort.SIGNATURE_OWED), sorts(frozen));
  }

  @Test
  void theForecastDoesNotTellTheBookEither() {
    yes(clinic.begin());
    Answered<List<Forecasts.Line>> during =
        new Forecasts(clinic.use.house).all(clinic.pharmacist, 30, 7);
    assertEquals(Optional.of("count-under-way"), refused(during));
  }

  @Test
  void theListTellsWhatIsOpen() {
    clinic.opened(bottles[1]);
    clinic.move(clinic.nurse, BottleAct.QUARANTINE, bottles[1]);
    clinic.move(clinic.doctor, BottleAct.BREAK, bottles[2]);
    FrozenDay frozen = clinic.closed("N-1");
    assertEquals(
        List.of(CloseList.Sort.QUARANTINED, CloseList.Sort.BROKEN_WITHOUT_PAPER), sorts(frozen));
    assertEquals(285, frozen.list().orElseThrow().storeTenths());
    assertEquals("N-1", frozen.list().orElseThrow().seal());
    assertEquals(
        Optional.of(clinic.gross(bottles[1])),
        frozen.list().orElseThrow().evening(bottles[1]),
        "one in quarantine is weighed too");
  }

  @Test
  void aDayBeforeTheLastCloseIsNotClosedAnyMore() {
    LocalDate first = clinic.today();
    clinic.tomorrow();
    clinic.closed("N-1");
    assertEquals(
        Optional.of("later-day-closed"), refused(clinic.close(clinic.nurse, first, "N-2", "")));
    assertEquals(
        Optional.of("day-to-come"),
        refused(clinic.close(clinic.nurse, clinic.today().plusDays(1), "N-2", "")));
  }

  @Test
  void onlyWhoseFunctionItIsCountsAndCorrects() {
    Answered<CountScope> doctor =
        ask(reply -> new DayCounts(clinic.use.house).begin(clinic.doctor, reply));
    assertEquals(Optional.of("not-your-function"), refused(doctor));
    assertEquals(
        Optional.of("not-your-function"), refused(handOver(clinic.keeper, Optional.empty())));
    Answered<StockCloses.Page> page =
        ask(reply -> new StockCloses(clinic.use.house).page(clinic.keeper, clinic.today(), reply));
    assertEquals(Optional.of("not-your-function"), refused(page), "patients are on it");
  }
}

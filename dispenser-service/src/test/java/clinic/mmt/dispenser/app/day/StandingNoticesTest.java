package clinic.mmt.dispenser.app.day;

import static clinic.mmt.dispenser.app.UseCases.ask;
import static clinic.mmt.dispenser.app.UseCases.yes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.notice.NoticeBoard;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.DifferenceExplanation;
import clinic.mmt.dispenser.domain.day.SealState;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.day.UrgentReportEnd;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.notice.NoticeSort;
import clinic.mmt.dispenser.domain.notice.StandingNotice;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.store.PeopleStore;
import clinic.mmt.quantity.Volume;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice stands as long as what it tells of, and goes with the act that ends it. */
class StandingNoticesTest {

  @TempDir Path folder;

  private PeopleStore people;
  private StockDayClinic clinic;
  private NoticeBoard board;
  private BottleId[] bottles;

  @BeforeEach
  void open() throws Exception {
    people = PeopleStore.open(folder.resolve("people.db"), folder.resolve("people.key"));
    clinic = new StockDayClinic(people);
    board = new NoticeBoard(clinic.use.house);
    bottles = clinic.received("N-1", 4);
    clinic.opened(bottles[0]);
    clinic.mounted(bottles[0]);
  }

  @AfterEach
  void close() {
    people.close();
  }

  private List<StandingNotice> now(StaffId... working) {
    SortedMap<StationId, List<StaffId>> at = new TreeMap<>(Comparator.comparing(StationId::value));
    at.put(StockDayClinic.STATION, List.of(working));
    return board.now(at);
  }

  private List<NoticeSort> sorts(StaffId... working) {
    return now(working).stream().map(StandingNotice::sort).toList();
  }

  private CountPosted.Said unexplained() {
    return new CountPosted.Said(
        new CountPlace(CountPlace.Kind.BOTTLE, bottles[0].value(), StockDayClinic.BATCH),
        CountReason.UNEXPLAINED,
        "in words");
  }

  @Test
  void aDifferenceIsToldFromTheStoredCountUntilTwoSettleIt() {
    assertEquals(List.of(), sorts(), "the control");
    clinic.off.put(bottles[0], Volume.ofMillilitres(-40));
    CountStored stored = yes(clinic.store(clinic.counts(yes(clinic.begin()))));
    assertEquals(List.of(NoticeSort.COUNT_BEYOND), sorts());
    yes(clinic.book(stored.id(), unexplained()));
    assertEquals(List.of(NoticeSort.REPORT_DUE, NoticeSort.UNEXPLAINED), sorts());
    StandingNotice booked = now().getLast();
    assertEquals(List.of(bottles[0].value()), booked.of());
    yes(clinic.close(clinic.head, clinic.today(), "N-1", "looked for it"));
    clinic.tomorrow();
    assertEquals(
        Optional.of(clinic.today().minusDays(1)), now().getLast().since(), "its age goes on");
    StockAdjustments.Asked settled =
        new StockAdjustments.Asked(
            StockAdjustment.Kind.SETTLED, "", unexplained().place(), CountReason.OTHER, "spilled");
    Answered<StockAdjustment> done =
        ask(
            reply ->
                new StockAdjustments(clinic.use.house)
                    .adjust(
                        clinic.pharmacist,
                        Optional.of(clinic.signature(clinic.nurse, settled.digest())),
                        settled,
                        reply));
    yes(done);
    assertEquals(List.of(NoticeSort.REPORT_DUE), sorts(), "the letter is owed all the same");
    UrgentReports.Asked sent =
        new UrgentReports.Asked(
            clinic.look(r -> UrgentReports.open(r.stock().days(), clinic.today())).getFirst().id(),
            new UrgentReportEnd.How.Sent("12/BC", clinic.today()),
            "");
    Answered<UrgentReportEnd> ended =
        ask(
            reply ->
                new UrgentReports(clinic.use.house)
                    .end(clinic.pharmacist, Optional.empty(), sent, reply));
    yes(ended);
    assertEquals(List.of(), sorts());
  }

  @Test
  void anAlarmOverDaysStandsUntilTwoExplainIt() {
    String alarm = "";
    for (int day = 0; day < 40 && alarm.isEmpty(); day++) {
      for (int i = 0; i < 100; i++) {
        clinic.dose(bottles[0], 500, DosePart.WHOLE);
      }
      clinic.off.put(bottles[0], Volume.ofMicrolitres(day < 3 ? 0 : -870));
      clinic.counted();
      clinic.off.clear();
      alarm =
          clinic.look(r -> DifferenceAlarms.open(r.stock().days(), clinic.today())).stream()
              .map(a -> a.id())
              .findFirst()
              .orElse("");
      assertEquals(!alarm.isEmpty(), sorts().contains(NoticeSort.DIFFERENCE), "day " + day);
      yes(clinic.close(clinic.nurse, clinic.today(), "N-" + day, ""));
      clinic.tomorrow();
    }
    assertTrue(sorts().contains(NoticeSort.DIFFERENCE), "the next day too");
    DayDifferences.Asked asked = new DayDifferences.Asked(alarm, CountReason.OTHER, "it drips");
    Answered<DifferenceExplanation> told =
        ask(
            reply ->
                new DayDifferences(clinic.use.house)
                    .explain(
                        clinic.pharmacist,
                        Optional.of(clinic.signature(clinic.nurse, asked.digest())),
                        asked,
                        reply));
    yes(told);
    assertEquals(false, sorts().contains(NoticeSort.DIFFERENCE));
  }

  @Test
  void liquidThatNobodyAskedForIsToldUntilACountAfterItIsBooked() { // H100
    clinic.counted();
    clinic.write(
        new PumpFact.MovedAlone(
            StockDayClinic.STATION,
            clinic.today(),
            PumpFact.MovedAlone.How.WEIGHT,
            Volume.ofMicrolitres(900),
            List.of()));
    assertEquals(List.of(NoticeSort.MOVED_ALONE), sorts(), "a count before it tells nothing");
    clinic.counted();
    assertEquals(List.of(), sorts());
  }

  @Test
  void whoWorksAtAStationTakesItFirst() {
    clinic.closed("N-1");
    clinic.tomorrow();
    StaffId nurse = clinic.nurse.staff();
    yes(clinic.check(SealState.UNBROKEN, "N-1"));
    yes(clinic.open());
    assertEquals(List.of(), sorts(), "nobody is there");
    assertEquals(List.of(NoticeSort.HAND_OVER), sorts(nurse));
    HandOvers.Asked taken =
        new HandOvers.Asked(StockDayClinic.STATION, Optional.of(clinic.gross(bottles[0])));
    Answered<HandOvers.Done> done =
        ask(
            reply ->
                new HandOvers(clinic.use.house)
                    .handOver(clinic.nurse, Optional.empty(), taken, reply));
    yes(done);
    assertEquals(List.of(), sorts(nurse));
    assertEquals(List.of(NoticeSort.HAND_OVER), sorts(clinic.second.staff()));
    assertEquals(List.of(), sorts(clinic.second.staff(), nurse), "both are there");
  }

  @Test
  void anUnclosedDayIsTold() {
    yes(clinic.open());
    clinic.tomorrow();
    assertEquals(List.of(NoticeSort.DAY_UNCLOSED), sorts());
    clinic.closed("N-1");
    assertEquals(List.of(), sorts());
  }

  @Test
  void theStockIsNotToldWhilePeopleCount() {
    clinic.pumped = true;
    for (int i = 0; i < 3; i++) {
      clinic.dose(bottles[0], 100_000, DosePart.WHOLE);
    }
    clinic.tomorrow();
    assertEquals(List.of(NoticeSort.STOCK_LOW), sorts(), "300 mL a day of 3,700");
    yes(clinic.begin());
    assertEquals(List.of(), sorts());
  }

  @Test
  void bottlesThatAreNotInOrderAreToldByTheirLabels() {
    clinic.move(clinic.nurse, BottleAct.QUARANTINE, bottles[1]);
    clinic.move(clinic.doctor, BottleAct.BREAK, bottles[2]);
    assertEquals(
        List.of(List.of(bottles[2].value()), List.of(bottles[1].value())),
        now().stream().map(StandingNotice::of).toList());
  }
}

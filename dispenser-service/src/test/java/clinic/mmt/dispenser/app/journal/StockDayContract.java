package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.day.CountResult;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.day.CustodyEnd;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every journal keeps of the day of the stock. */
abstract class StockDayContract extends PumpContract {

  private static final LocalDate DAY = Facts.DAY;
  private static final LocalDate NEXT = Facts.DAY.plusDays(1);

  private <T> T days(Function<StockDayReads, T> read) {
    return read(reads -> read.apply(reads.stock().days()));
  }

  private boolean blind(LocalDate day) {
    return read(reads -> reads.stock().days().blind(day));
  }

  @Test
  void anOpeningCheckIsOfItsDay() throws Exception {
    append(StockDayFactSamples.checked("oc-1", DAY));
    assertEquals(Optional.of("oc-1"), days(d -> d.check(DAY)).map(check -> check.id()));
    assertEquals(Optional.empty(), days(d -> d.check(NEXT)));
    append(StockDayFactSamples.checked("oc-2", DAY));
    assertEquals(Optional.of("oc-2"), days(d -> d.check(DAY)).map(check -> check.id()));
    long entry = journal.head();
    long checked = days(d -> d.latestEntry(StockDayFact.StockChecked.class));
    long booked = days(d -> d.latestEntry(StockDayFact.CountBooked.class));
    assertEquals(entry, checked);
    assertEquals(0, booked, "none yet");
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aStationHasOneKeeperAtATime() throws Exception {
    append(StockDayFactSamples.began("cp-1", DAY));
    assertEquals(Optional.of("cp-1"), days(d -> d.custody(Facts.STATION)).map(Custody::id));
    assertEquals(Optional.empty(), days(d -> d.custody(new StationId("another"))));
    append(
        StockDayFactSamples.ended("cp-1", DAY, CustodyEnd.How.HAND_OVER),
        StockDayFactSamples.began("cp-2", DAY));
    assertEquals(Optional.of("cp-2"), days(d -> d.custody(Facts.STATION)).map(Custody::id));
    assertEquals(
        List.of("cp-2"), days(d -> d.running(DAY, DAY)).stream().map(Custody::id).toList());
    append(StockDayFactSamples.ended("cp-2", DAY, CustodyEnd.How.COUNT));
    assertEquals(Optional.empty(), days(d -> d.custody(Facts.STATION)));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void nobodyIsToldTheBookBeforeTheCountsAreStored() throws Exception {
    assertFalse(blind(DAY));
    append(StockDayFactSamples.counting("sc-1", 1, DAY));
    assertTrue(blind(DAY));
    assertFalse(blind(NEXT), "a count that nobody finished ends with its day");
    append(StockDayFactSamples.stored("sc-1", 1, DAY, 640_000));
    assertFalse(blind(DAY));
    append(StockDayFactSamples.counting("sc-1", 2, DAY));
    assertTrue(blind(DAY), "the second count is blind too");
    assertEquals(Optional.of(2), days(StockDayReads::count).map(CountScope::attempt));
    append(StockDayFactSamples.stored("sc-1", 2, DAY, 650_000));
    assertEquals(
        Optional.of(StockDayFactSamples.stored("sc-1", 1, DAY, 640_000).stored()),
        days(d -> d.stored("sc-1", 1)),
        "the first counts stay");
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void resultsAreReadInTheOrderOfTheDays() throws Exception {
    append(
        StockDayFactSamples.began("cp-1", DAY),
        StockDayFactSamples.ended("cp-1", DAY, CustodyEnd.How.HAND_OVER),
        StockDayFactSamples.counting("sc-1", 1, DAY),
        StockDayFactSamples.stored("sc-1", 1, DAY, 640_000),
        StockDayFactSamples.counting("sc-1", 2, DAY),
        StockDayFactSamples.stored("sc-1", 2, DAY, 650_000));
    assertEquals(
        List.of("cp-1"),
        days(d -> d.results(DAY, NEXT)).stream().map(CountResult::of).toList(),
        "nothing is booked yet");
    append(StockDayFactSamples.booked("sc-1", DAY));
    List<CountResult> all = days(d -> d.results(DAY, NEXT));
    assertEquals(
        List.of(-230L, -350L, -1_000_000L),
        all.stream().map(r -> r.difference().microlitres()).toList(),
        "of the count the attempt that was booked");
    assertEquals(Optional.of("cp-1"), all.get(1).custody());
    assertEquals(Optional.of(Facts.STATION), all.get(1).station());
    assertEquals(List.of(), days(d -> d.results(NEXT, NEXT)));
    assertEquals(
        Volume.ofMicrolitres(350),
        read(r -> r.balance(Account.only(AccountKind.LOSS), Facts.BATCH)),
        "the closed container moves by its own act");
    assertEquals(
        List.of("B-000014"),
        read(r -> r.stock().accounts(AccountKind.BOTTLE)).stream()
            .map(a -> a.account().of())
            .toList());
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void aCloseIsFrozenOnceAndCorrectionsStandBesideIt() throws Exception {
    append(StockDayFactSamples.frozen(DAY, 1));
    FrozenDay first = days(d -> d.closes(DAY)).getFirst();
    assertEquals(
        new Outcome.Conflict<>(Constraints.STOCK_DAY_ONCE),
        submitted(StockDayFactSamples.frozen(DAY, 1)));
    append(
        StockDayFactSamples.frozen(DAY, 2),
        StockDayFactSamples.adjusted("sa-1", DAY, NEXT)); // the control
    assertEquals(first, days(d -> d.closes(DAY)).getFirst());
    assertEquals(Optional.of(2), days(StockDayReads::lastFrozen).map(FrozenDay::number));
    assertEquals(
        List.of("sa-1"),
        days(d -> d.adjustments(DAY, NEXT)).stream().map(StockAdjustment::id).toList());
    assertEquals(List.of(), days(d -> d.adjustments(NEXT, NEXT)));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void anAlarmIsExplainedOnceAndReadByDayAndSort() throws Exception {
    append(StockDayFactSamples.alarm("da-1", DAY), StockDayFactSamples.booked("sc-9", DAY));
    assertEquals(
        List.of("da-1"),
        days(d -> d.between(DAY, DAY, StockDayFact.DifferenceFound.class)).stream()
            .map(StockDayFact::of)
            .toList());
    assertEquals(List.of(), days(d -> d.between(NEXT, NEXT, StockDayFact.DifferenceFound.class)));
    assertEquals(
        List.of("da-1", "sc-9"),
        days(
                d ->
                    d.between(
                        DAY,
                        DAY,
                        Set.of(StockDayFact.CountBooked.class, StockDayFact.DifferenceFound.class)))
            .stream()
            .map(StockDayFact::of)
            .toList());
    assertEquals(
        List.of("sc-9"),
        days(d -> d.between(DAY, DAY, Set.of(StockDayFact.CountBooked.class))).stream()
            .map(StockDayFact::of)
            .toList());
    append(StockDayFactSamples.explained("da-1", NEXT));
    assertEquals(
        new Outcome.Conflict<>(Constraints.STOCK_DAY_ONCE),
        submitted(StockDayFactSamples.explained("da-1", NEXT)));
    assertTrue(viewsEqualRebuild(journal));
  }

  @Test
  void dosesAreReadByDay() {
    append(
        Facts.opened(),
        Facts.patient(Facts.PATIENT.value()),
        Facts.moved(Phase.CONSUMED, Facts.full(Facts.dose("D-1", Facts.PATIENT, Facts.STATION))));
    assertEquals(
        List.of("D-1"),
        read(r -> r.packs().dosesOf(DAY, DAY)).stream().map(s -> s.dose().id().value()).toList());
    assertEquals(List.of(), read(r -> r.packs().dosesOf(NEXT, NEXT)));
  }
}

package clinic.mmt.dispenser.domain.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.service.ServiceKind.Destination;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** H91: what a motor moves outside of doses, and when a patient may be poured for. */
class ServiceFlowTest {

  private static final StationId STATION = new StationId("s1");
  private static final BatchId OLD = new BatchId("OLD");
  private static final BatchId NEW = new BatchId("NEW");
  private static final Volume FULL = Volume.ofMillilitres(8);

  private Line line = Line.EMPTY;
  private Optional<PurgeDue> due = Optional.empty();

  private static ServiceAct act(ServiceKind kind, Destination to, long microlitres) {
    return new ServiceAct(
        "v-1",
        STATION,
        kind,
        to,
        ServiceAct.Phase.ENDED,
        LocalDate.of(2026, 11, 21),
        Volume.ofMicrolitres(microlitres),
        Optional.of(new ServiceAct.Mounted(new BottleId("B-2"), NEW)),
        "pump",
        Volume.ZERO,
        Volume.ofMicrolitres(microlitres),
        Optional.empty(),
        new StaffId("S-1"));
  }

  private String does(ServiceKind kind, Destination to, long microlitres) {
    ServiceFlow flow = new ServiceFlow(line, due, FULL);
    ServiceAct act = act(kind, to, microlitres);
    List<Posting> postings = flow.postings(act);
    due = flow.dueAfter(act);
    Account inLine = new Account(AccountKind.LINE, STATION.value());
    postings.forEach(
        p ->
            p.legs().stream()
                .filter(leg -> leg.account().equals(inLine))
                .forEach(leg -> line = line.after(p.batch(), leg.change())));
    Map<String, Map<String, Long>> sums = new TreeMap<>();
    postings.forEach(
        p ->
            p.legs()
                .forEach(
                    leg ->
                        sums.computeIfAbsent(p.batch().value(), b -> new TreeMap<>())
                            .merge(
                                leg.account().kind().name(),
                                leg.change().microlitres(),
                                Long::sum)));
    sums.values().forEach(all -> all.values().removeIf(sum -> sum == 0));
    return sums.entrySet().stream()
        .map(e -> e.getKey() + e.getValue())
        .collect(Collectors.joining(" "));
  }

  @Test
  void primingFillsAnEmptyLineAndWhatIsMoreGoesWhereItIsSaid() {
    assertEquals("NEW{BOTTLE=-5000, LINE=5000}", does(ServiceKind.PRIME, Destination.WASTE, 5000));
    assertEquals(
        "NEW{BOTTLE=-4000, LINE=3000, WASTE=1000}",
        does(ServiceKind.PRIME, Destination.WASTE, 4000));
    assertEquals(FULL, line.total());
    assertEquals(
        "NEW{}",
        does(ServiceKind.PRIME, Destination.BOTTLE, 4000),
        "through the closed line nothing is less");
    assertEquals(FULL, line.total());
  }

  @Test
  void aPurgePushesTheOldBatchIntoTheWasteContainer() {
    line = line.after(OLD, FULL);
    assertEquals(
        "NEW{BOTTLE=-9000, LINE=8000, WASTE=1000} OLD{LINE=-8000, WASTE=8000}",
        does(ServiceKind.PURGE, Destination.WASTE, 9000));
    assertEquals(new Line(List.of(new Line.Segment(NEW, FULL))), line);
  }

  @Test
  void emptyingAndFlushingTakeNothingFromTheBottle() {
    line = line.after(OLD, FULL);
    assertEquals("OLD{LINE=-3000, WASTE=3000}", does(ServiceKind.EMPTY, Destination.WASTE, 3000));
    assertEquals(Optional.empty(), due);
    assertEquals("OLD{LINE=-5000, WASTE=5000}", does(ServiceKind.FLUSH, Destination.WASTE, 20_000));
    assertEquals("", does(ServiceKind.CALIBRATE, Destination.FLASK, 8000), "water is not ours");
    assertEquals(Optional.of(PurgeDue.of(PurgeDue.Why.WATER)), due);
  }

  @Test
  void afterWaterALineVolumeIsPurgedAndTheFirstShotIsWasted() { // H91
    does(ServiceKind.FLUSH, Destination.WASTE, 20_000);
    does(ServiceKind.PURGE, Destination.WASTE, 7_999);
    assertTrue(due.filter(owed -> !owed.through()).isPresent(), "one microlitre short");
    does(ServiceKind.PURGE, Destination.WASTE, 1);
    assertTrue(due.filter(PurgeDue::through).isPresent(), "purged, and one shot is owed");
    does(ServiceKind.CHECK_SHOT, Destination.WASTE, 0);
    assertTrue(due.isPresent(), "a shot that gave nothing is none");
    assertEquals(
        "NEW{BOTTLE=-1000, WASTE=1000}", does(ServiceKind.CHECK_SHOT, Destination.WASTE, 1000));
    assertEquals(Optional.empty(), due);
  }

  @Test
  void waterInBetweenBeginsThePurgeAnew() {
    does(ServiceKind.FLUSH, Destination.WASTE, 20_000);
    does(ServiceKind.PURGE, Destination.WASTE, 8_000);
    does(ServiceKind.CALIBRATE, Destination.FLASK, 5_000);
    assertEquals(Optional.of(PurgeDue.of(PurgeDue.Why.WATER)), due);
  }

  private Optional<ServiceNo> against(ServiceKind kind, Destination to, long microlitres) {
    return new ServiceRules(
            PumpStand.NEW.after(
                act(ServiceKind.PRIME, Destination.WASTE, 1), due, Optional.empty()),
            line,
            Optional.of(NEW),
            Volume.ofMicrolitres(105_000),
            Volume.ofMillilitres(100),
            false)
        .against(kind, to, Volume.ofMicrolitres(microlitres));
  }

  @Test
  void nothingForeignGoesBackIntoABottle() {
    line = line.after(NEW, FULL);
    assertEquals(Optional.empty(), against(ServiceKind.PRIME, Destination.BOTTLE, 1000));
    line = line.after(OLD, Volume.ofMicrolitres(1));
    assertEquals(
        Optional.of(ServiceNo.NOT_BACK), against(ServiceKind.PRIME, Destination.BOTTLE, 1000));
    line = Line.EMPTY;
    due = Optional.of(PurgeDue.of(PurgeDue.Why.CLEANED));
    assertEquals(
        Optional.of(ServiceNo.NOT_BACK), against(ServiceKind.PRIME, Destination.BOTTLE, 1000));
    assertEquals(Optional.empty(), against(ServiceKind.PRIME, Destination.WASTE, 1000));
    assertEquals(
        Optional.of(ServiceNo.PURGE_FIRST),
        against(ServiceKind.CHECK_SHOT, Destination.WASTE, 1000));
    assertEquals(
        Optional.of(ServiceNo.WRONG_DESTINATION),
        against(ServiceKind.PURGE, Destination.BOTTLE, 1000));
  }

  @Test
  void waterMeetsNoStockAndTheBottleKeepsItsFloor() {
    assertEquals(Optional.empty(), against(ServiceKind.CALIBRATE, Destination.FLASK, 5000));
    line = line.after(NEW, Volume.ofMicrolitres(1));
    assertEquals(
        Optional.of(ServiceNo.LINE_HOLDS_STOCK),
        against(ServiceKind.CALIBRATE, Destination.FLASK, 5000));
    assertEquals(Optional.empty(), against(ServiceKind.CHECK_SHOT, Destination.WASTE, 5000));
    assertEquals(
        Optional.of(ServiceNo.BOTTLE_LOW),
        against(ServiceKind.CHECK_SHOT, Destination.WASTE, 5001));
    assertEquals(Optional.empty(), against(ServiceKind.PURGE, Destination.WASTE, 105_000));
    assertEquals(
        Optional.of(ServiceNo.BOTTLE_LOW), against(ServiceKind.PURGE, Destination.WASTE, 105_001));
  }
}

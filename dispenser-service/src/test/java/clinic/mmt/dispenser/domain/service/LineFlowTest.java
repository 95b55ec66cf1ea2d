package clinic.mmt.dispenser.domain.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** after a change of batch the first doses are of what was in the line. */
class LineFlowTest {

  private static final StationId STATION = new StationId("s1");
  private static final BatchId OLD = new BatchId("OLD");
  private static final BatchId NEW = new BatchId("NEW");
  private static final Account BOTTLE = new Account(AccountKind.BOTTLE, "B-2");
  private static final Account RESERVED = new Account(AccountKind.RESERVED, "D-1");
  private static final Account CUP = new Account(AccountKind.CUP, "D-1");
  private static final Account LINE = new Account(AccountKind.LINE, "s1");
  private static final Account WASTE = new Account(AccountKind.WASTE, "s1");
  private static final Account PATIENT = Account.only(AccountKind.PATIENT);

  private static Volume ul(long microlitres) {
    return Volume.ofMicrolitres(microlitres);
  }

  private static Line line(Object... batchesAndVolumes) {
    Line line = Line.EMPTY;
    for (int i = 0; i < batchesAndVolumes.length; i += 2) {
      line = line.after((BatchId) batchesAndVolumes[i], ul((Integer) batchesAndVolumes[i + 1]));
    }
    return line;
  }

  /** A weighed dose: the reservation ends, the rest is back in the bottle. */
  private static Posting weighed(long poured) {
    return new Posting(
        NEW,
        List.of(
            new Posting.Leg(RESERVED, ul(-8500)),
            new Posting.Leg(BOTTLE, ul(8500 - poured)),
            new Posting.Leg(CUP, ul(poured))));
  }

  private static String told(List<Posting> postings) {
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

  private static Line after(Line line, List<Posting> postings) {
    Line now = line;
    for (Posting p : postings) {
      for (Posting.Leg leg : p.legs()) {
        if (leg.account().equals(LINE)) {
          now = now.after(p.batch(), leg.change());
        }
      }
    }
    return now;
  }

  @Test
  void theFirstDoseAfterAChangeOfBatchIsOfTheOldOne() {
    Line before = line(OLD, 8000);
    List<Posting> first = LineFlow.of(STATION, before, Map.of(), weighed(8500));
    assertEquals("NEW{CUP=500, LINE=8000, RESERVED=-8500} OLD{CUP=8000, LINE=-8000}", told(first));
    Line now = after(before, first);
    assertEquals(line(NEW, 8000), now);
    assertEquals(
        List.of(weighed(8500)),
        LineFlow.of(STATION, now, Map.of(), weighed(8500)),
        "from the second dose on nothing is different");
  }

  @Test
  void aSmallDoseLeavesTheRestOfTheOldBatchInFront() {
    Line before = line(OLD, 8000);
    List<Posting> first = LineFlow.of(STATION, before, Map.of(), weighed(3000));
    assertEquals(line(OLD, 5000, NEW, 3000), after(before, first));
  }

  @Test
  void theSameBatchTwiceInTheLineKeepsItsOrder() {
    Line before = line(NEW, 2000, OLD, 1000, NEW, 5000);
    List<Posting> dose = LineFlow.of(STATION, before, Map.of(), weighed(2500));
    assertEquals(line(OLD, 500, NEW, 7500), after(before, dose));
    assertEquals(
        ul(500),
        dose.stream()
            .filter(p -> p.batch().equals(OLD))
            .flatMap(p -> p.legs().stream())
            .filter(leg -> leg.account().equals(CUP))
            .findFirst()
            .orElseThrow()
            .change());
  }

  @Test
  void aCupOfTwoBatchesIsDrunkOfBoth() {
    Posting drunk =
        new Posting(
            NEW,
            List.of(
                new Posting.Leg(CUP, ul(-8500)),
                new Posting.Leg(PATIENT, ul(8000)),
                new Posting.Leg(WASTE, ul(500))));
    List<Posting> both = LineFlow.of(STATION, line(NEW, 8000), Map.of(OLD, ul(8000)), drunk);
    assertEquals("NEW{CUP=-500, WASTE=500} OLD{CUP=-8000, PATIENT=8000}", told(both));
  }

  @Test
  void anEstimateWithoutAWeightFollowsTheLineToo() {
    Posting estimated =
        new Posting(
            NEW,
            List.of(
                new Posting.Leg(RESERVED, ul(-8500)),
                new Posting.Leg(BOTTLE, ul(500)),
                new Posting.Leg(PATIENT, ul(4000)),
                new Posting.Leg(WASTE, ul(4000))));
    assertEquals(
        "NEW{BOTTLE=500, LINE=6000, RESERVED=-8500, WASTE=2000} OLD{LINE=-6000, PATIENT=4000,"
            + " WASTE=2000}",
        told(LineFlow.of(STATION, line(OLD, 6000), Map.of(), estimated)));
  }

  @Test
  void aReservationMovesNothingInTheLine() {
    Posting reserved = Posting.move(NEW, BOTTLE, RESERVED, ul(8500));
    assertEquals(
        told(List.of(reserved)), told(LineFlow.of(STATION, line(OLD, 8000), Map.of(), reserved)));
  }

  @Test
  void whateverIsPouredTheLineStaysFullAndEveryBatchSumsToZero() {
    SplittableRandom dice = new SplittableRandom(119);
    for (int round = 0; round < 300; round++) {
      Line line = line(OLD, 1 + dice.nextInt(4000), NEW, 1 + dice.nextInt(4000), OLD, 500);
      Volume full = line.total();
      List<BatchId> came = new ArrayList<>();
      for (int dose = 0; dose < 8; dose++) {
        List<Posting> postings =
            LineFlow.of(STATION, line, Map.of(), weighed(1 + dice.nextInt(8500)));
        Map<BatchId, Volume> inCup = new HashMap<>();
        for (Posting p : postings) {
          for (Posting.Leg leg : p.legs()) {
            if (leg.account().equals(CUP)) {
              inCup.merge(p.batch(), leg.change(), Volume::plus);
            }
          }
        }
        inCup.values().forEach(v -> assertTrue(v.isMoreThan(Volume.ZERO), postings::toString));
        came.addAll(inCup.keySet());
        line = after(line, postings);
        assertEquals(full, line.total());
      }
      assertFalse(line.holdsOther(NEW), "in the end only the mounted batch is in it");
      assertTrue(came.contains(OLD));
    }
  }
}

package clinic.mmt.dispenser.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.domain.day.Attribution;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountResult;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.day.CustodyEnd;
import clinic.mmt.dispenser.domain.day.Differences;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.reconciliation.Counted;
import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two stations over a simulated year: an alarm names the station it is about. */
class DifferencesOverAYearTest {

  private static final int PATIENTS = 200;
  private static final int SEEDS = 12;
  private static final int START = 120;
  private static final BatchId BATCH = new BatchId("L-1");

  private static Differences lived(int seed, CountedYear.Thief one, CountedYear.Thief two) {
    List<CountResult> results = new ArrayList<>();
    List<CustodyEnd> ends = new ArrayList<>();
    counts("s1", CountedYear.of(2L * seed, PATIENTS, one), results, ends);
    counts("s2", CountedYear.of(2L * seed + 1, PATIENTS, two), results, ends);
    results.sort(Comparator.comparing(CountResult::day));
    ends.sort(Comparator.comparing(CustodyEnd::day));
    return Differences.of(results, ends, (day, at) -> Optional.of("PUMP-" + at.value()));
  }

  private static void counts(
      String station, List<Counted> counts, List<CountResult> results, List<CustodyEnd> ends) {
    StationId at = new StationId(station);
    for (Counted c : counts) {
      String bottle = "B-" + station + "-" + c.day();
      String period = "cp-" + station + "-" + c.day();
      results.add(
          new CountResult(
              c.day(),
              "sc-" + c.day(),
              false,
              new CountPlace(CountPlace.Kind.BOTTLE, bottle, BATCH),
              Optional.of(at),
              Optional.of(period),
              c.difference(),
              c.exposure()));
      ends.add(
          new CustodyEnd(
              new Custody(
                  period, at, new StaffId("S-1"), Instant.EPOCH, Optional.empty(), Volume.ZERO),
              Instant.EPOCH,
              c.day(),
              CustodyEnd.How.COUNT,
              Optional.of(
                  new CustodyEnd.Measured(
                      new BottleId(bottle),
                      BATCH,
                      Optional.empty(),
                      Optional.of(Volume.ZERO),
                      Volume.ZERO,
                      c.difference(),
                      c.exposure()))));
    }
  }

  private static Set<String> stations(Differences differences) {
    return differences.found().stream()
        .filter(f -> f.at().kind() == Attribution.Kind.STATION)
        .map(f -> f.at().of())
        .collect(Collectors.toSet());
  }

  @Test
  void honestYearsAreQuietEverywhere() {
    List<Differences.Found> all = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      all.addAll(lived(seed, day -> 0, day -> 0).found());
    }
    assertTrue(all.size() <= 1, "in " + SEEDS + " years: " + all);
  }

  @Test
  void whoTakesAtOneStationShowsAtThatStationAndItsPump() {
    LocalDate start = CountedYear.FIRST.plusDays(START);
    for (int seed = 0; seed < SEEDS; seed++) {
      Differences d = lived(seed, day -> 0, day -> day >= START ? 1000 : 0);
      assertEquals(Set.of("s2"), stations(d), "seed " + seed);
      for (Attribution at :
          List.of(
              new Attribution(Attribution.Kind.STATION, "s2"),
              new Attribution(Attribution.Kind.PUMP, "PUMP-s2"))) {
        assertTrue(
            d.found().stream()
                .filter(f -> f.at().equals(at))
                .anyMatch(
                    f ->
                        f.finding().day().isBefore(start.plusDays(10))
                            && f.finding().amount().isLessThan(Volume.ZERO)),
            at + " within ten days, seed " + seed);
      }
      assertTrue(
          d.found().stream().anyMatch(f -> f.at().equals(Attribution.CLINIC)),
          "and in the whole, seed " + seed);
    }
  }

  @Test
  void whoTakesOnceShowsInTheBottleAndTheCustodyPeriodOfThatDay() {
    LocalDate day = CountedYear.FIRST.plusDays(START);
    Differences d = lived(1, at -> at == START ? 6000 : 0, at -> 0);
    for (Attribution at :
        List.of(
            new Attribution(Attribution.Kind.BOTTLE, "B-s1-" + day),
            new Attribution(Attribution.Kind.CUSTODY, "cp-s1-" + day))) {
      assertTrue(d.found().stream().anyMatch(f -> f.at().equals(at)), at + " in " + d.found());
    }
    assertEquals(Set.of("s1"), stations(d));
  }

  private static CountResult result(boolean handOver, long difference) {
    return new CountResult(
        CountedYear.FIRST,
        handOver ? "cp-1" : "sc-1",
        handOver,
        new CountPlace(CountPlace.Kind.BOTTLE, "B-1", BATCH),
        Optional.of(new StationId("s1")),
        Optional.of("cp-1"),
        Volume.ofMicrolitres(difference),
        new Exposure(0, Volume.ZERO, Volume.ZERO, Volume.ofMillilitres(1000), 1, 2));
  }

  @Test
  void whatAHandOverMeasuredIsNotCountedTwice() {
    Differences d =
        Differences.of(
            List.of(result(true, -2500), result(false, -3000)),
            List.of(),
            (day, at) -> Optional.empty());
    assertEquals(
        List.of(Volume.ofMicrolitres(-3000)), d.days().stream().map(Counted::difference).toList());
  }

  @Test
  void aBottleThatIsOffAsItsLabelMayBeIsNoAlarmOfItsOwn() {
    // Nearly three widths of a label's overage: once in some hundred bottles, and no day's limit.
    Differences d =
        Differences.of(List.of(result(false, -8600)), List.of(), (day, at) -> Optional.empty());
    assertEquals(
        List.of(Attribution.Kind.CLINIC, Attribution.Kind.STATION, Attribution.Kind.BATCH),
        d.found().stream().map(f -> f.at().kind()).toList(),
        "what lasts is judged by all its days together: " + d.found());
  }

  @Test
  void tooMuchIsFoundLikeMissing() {
    assertFalse(stations(lived(3, day -> 0, day -> day >= START ? -1000 : 0)).isEmpty());
  }
}

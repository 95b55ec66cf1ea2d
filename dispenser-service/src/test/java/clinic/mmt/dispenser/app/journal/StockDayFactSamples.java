package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.day.Attribution;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountPosted;
import clinic.mmt.dispenser.domain.day.CountReason;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.day.CustodyEnd;
import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.dispenser.domain.day.DayPostings;
import clinic.mmt.dispenser.domain.day.DifferenceAlarm;
import clinic.mmt.dispenser.domain.day.DifferenceExplanation;
import clinic.mmt.dispenser.domain.day.Differences;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.OpeningCheck;
import clinic.mmt.dispenser.domain.day.SealState;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.day.UrgentReport;
import clinic.mmt.dispenser.domain.day.UrgentReportEnd;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.reconciliation.Exposure;
import clinic.mmt.dispenser.domain.reconciliation.Finding;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One sample of each fact of the day of the stock. */
final class StockDayFactSamples {

  static final CountPlace BOTTLE =
      new CountPlace(CountPlace.Kind.BOTTLE, StockFactSamples.ONE.value(), Facts.BATCH);

  static final CountPlace CLOSED =
      CountPlace.closed(AccountKind.STORE, StockFactSamples.SIZE, Facts.BATCH);

  private static final Exposure EXPOSURE =
      new Exposure(
          41,
          Volume.ofMicrolitres(331_250),
          Volume.ofMicrolitres(8_400),
          Volume.ofMicrolitres(1_000_000),
          3,
          2);

  private StockDayFactSamples() {}

  static void put(Map<String, Fact> facts) {
    facts.put("stock.checked", checked("oc-1", Facts.DAY));
    facts.put("custody.began", began("cp-1", Facts.DAY));
    facts.put("custody.ended", ended("cp-1", Facts.DAY, CustodyEnd.How.HAND_OVER));
    facts.put("count.began", counting("sc-1", 1, Facts.DAY));
    facts.put("count.stored", stored("sc-1", 1, Facts.DAY, 650_000));
    facts.put("count.booked", booked("sc-1", Facts.DAY));
    facts.put("day.frozen", frozen(Facts.DAY, 1));
    facts.put("stock.adjusted", adjusted("sa-1", Facts.DAY, Facts.DAY.plusDays(2)));
    facts.put("difference.found", alarm("da-1", Facts.DAY));
    facts.put("difference.explained", explained("da-1", Facts.DAY.plusDays(1)));
    facts.put("report.owed", owed("ur-1", Facts.DAY));
    facts.put("report.ended", ended("ur-1", Facts.DAY.plusDays(1)));
  }

  static StockDayFact.ReportOwed owed(String id, LocalDate day) {
    return new StockDayFact.ReportOwed(
        new UrgentReport(id, day, "sc-1", Facts.MORNING, Facts.MORNING.plus(Duration.ofDays(2))));
  }

  static StockDayFact.ReportEnded ended(String report, LocalDate day) {
    return new StockDayFact.ReportEnded(
        new UrgentReportEnd(
            report,
            day,
            Facts.PHARMACIST,
            new UrgentReportEnd.How.Sent("12/BC-MMT", day),
            "gửi qua văn thư"));
  }

  static StockDayFact.DifferenceFound alarm(String id, LocalDate day) {
    return new StockDayFact.DifferenceFound(
        new DifferenceAlarm(
            id,
            day,
            "sc-1",
            List.of(
                new Differences.Found(
                    new Attribution(Attribution.Kind.STATION, Facts.STATION.value()),
                    new Finding(
                        day,
                        day.minusDays(3),
                        Finding.Kind.EVERY_DAY,
                        Volume.ofMicrolitres(-3_120))))));
  }

  static StockDayFact.DifferenceExplained explained(String alarm, LocalDate day) {
    return new StockDayFact.DifferenceExplained(
        new DifferenceExplanation(
            alarm, day, Facts.PHARMACIST, CountReason.OTHER, "lý do: vòi bơm rỉ"));
  }

  static StockDayFact.StockChecked checked(String id, LocalDate day) {
    return new StockDayFact.StockChecked(
        new OpeningCheck(
            id,
            day,
            SealState.UNBROKEN,
            Optional.of("N-0457"),
            List.of(
                new OpeningCheck.Weighed(
                    StockFactSamples.ONE,
                    Mass.ofMicrograms(764_500_000),
                    Optional.of(Mass.ofMicrograms(764_700_000)),
                    true)),
            List.of(
                new OpeningCheck.Station(
                    Facts.STATION,
                    "PUMP-77",
                    "SCALE-12",
                    Mass.ofGrams(20),
                    Mass.ofMicrograms(20_010_000),
                    true)),
            true,
            Facts.NURSE));
  }

  static StockDayFact.CustodyBegan began(String id, LocalDate day) {
    return new StockDayFact.CustodyBegan(day, custody(id));
  }

  private static Custody custody(String id) {
    return new Custody(
        id,
        Facts.STATION,
        Facts.NURSE,
        Facts.MORNING,
        Optional.of(StockFactSamples.ONE),
        Volume.ofMicrolitres(-120));
  }

  static StockDayFact.CustodyEnded ended(String id, LocalDate day, CustodyEnd.How how) {
    return new StockDayFact.CustodyEnded(
        new CustodyEnd(
            custody(id),
            Facts.MORNING.plusSeconds(14_400),
            day,
            how,
            Optional.of(
                new CustodyEnd.Measured(
                    StockFactSamples.ONE,
                    Facts.BATCH,
                    Optional.of(Mass.ofMicrograms(764_500_000)),
                    Optional.of(Volume.ofMicrolitres(650_000)),
                    Volume.ofMicrolitres(650_350),
                    Volume.ofMicrolitres(-230),
                    EXPOSURE))));
  }

  static StockDayFact.CountBegan counting(String id, int attempt, LocalDate day) {
    return new StockDayFact.CountBegan(
        new CountScope(
            id,
            attempt,
            day,
            Facts.NURSE,
            List.of(
                new CountScope.Booked(
                    BOTTLE, Volume.ofMicrolitres(650_350), Optional.of(Facts.STATION), false),
                new CountScope.Booked(
                    CLOSED, Volume.ofMillilitres(2000), Optional.empty(), false))));
  }

  static StockDayFact.CountsStored stored(String id, int attempt, LocalDate day, long counted) {
    return new StockDayFact.CountsStored(
        new CountStored(
            id,
            attempt,
            day,
            Instant.parse("2026-03-02T09:15:00Z"),
            Facts.NURSE,
            List.of(
                new CountLine(
                    BOTTLE,
                    Optional.of(Facts.STATION),
                    Optional.of("cp-1"),
                    Optional.of(Mass.ofMicrograms(764_500_000)),
                    Optional.of(Volume.ofMicrolitres(counted)),
                    Volume.ofMicrolitres(650_350),
                    EXPOSURE,
                    List.of(),
                    List.of()),
                new CountLine(
                    CLOSED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Volume.ofMillilitres(1000)),
                    Volume.ofMillilitres(2000),
                    Exposure.NONE,
                    List.of(StockFactSamples.TWO),
                    List.of(Facts.BOTTLE)))));
  }

  static StockDayFact.CountBooked booked(String id, LocalDate day) {
    return new StockDayFact.CountBooked(
        new CountPosted(
            id,
            day,
            Facts.PHARMACIST,
            List.of(new CountPosted.Said(CLOSED, CountReason.OTHER, "lý do: chai ở tủ khác"))),
        DayPostings.of(stored(id, 1, day, 650_000).stored(), Map.of()));
  }

  static StockDayFact.StockAdjusted adjusted(String id, LocalDate of, LocalDate day) {
    Volume difference = Volume.ofMicrolitres(-350);
    return new StockDayFact.StockAdjusted(
        new StockAdjustment(
            id,
            StockAdjustment.Kind.REVERSED,
            "sc-1",
            of,
            BOTTLE,
            difference,
            day,
            Facts.PHARMACIST,
            CountReason.MEASURED_WRONG,
            "lý do: đọc nhầm cân"),
        List.of(DayPostings.reversed(BOTTLE, difference)));
  }

  static StockDayFact.DayFrozen frozen(LocalDate day, int number) {
    Map<AccountKind, Volume> now = new EnumMap<>(AccountKind.class);
    now.put(AccountKind.SUPPLIER, Volume.ofMillilitres(-2000));
    now.put(AccountKind.STORE, Volume.ofMillilitres(1000));
    now.put(AccountKind.BOTTLE, Volume.ofMicrolitres(650_000));
    now.put(AccountKind.PATIENT, Volume.ofMicrolitres(349_650));
    now.put(AccountKind.LOSS, Volume.ofMicrolitres(350));
    return new StockDayFact.DayFrozen(
        new FrozenDay(
            day,
            number,
            Facts.PHARMACIST,
            42,
            41,
            List.of(
                DayFigures.between(
                    Facts.BATCH,
                    Map.of(),
                    now,
                    Volume.ofMicrolitres(6_010),
                    DayFigures.Reversed.NOTHING)),
            now.entrySet().stream()
                .map(e -> new FrozenDay.Held(Facts.BATCH, e.getKey(), e.getValue()))
                .toList(),
            "lý do: người phụ trách đã xem",
            number > 1 ? Optional.empty() : Optional.of(list())));
  }

  private static CloseList list() {
    return new CloseList(
        "N-0458",
        285,
        List.of(
            new CloseList.Weight(StockFactSamples.ONE, Optional.of(Mass.ofMicrograms(764_500_000))),
            new CloseList.Weight(StockFactSamples.TWO, Optional.empty())),
        List.of(new CloseList.Waste(Facts.STATION, Mass.ofGrams(310))),
        0,
        0,
        List.of(new CloseList.Without(Facts.PATIENT, CloseList.Why.ON_HOLD)),
        List.of(new CloseList.Ending(Facts.PATIENT, Facts.DAY.plusDays(4))),
        List.of(
            new CloseList.Item(
                CloseList.Sort.QUARANTINED, StockFactSamples.TWO.value(), Facts.DAY)));
  }
}

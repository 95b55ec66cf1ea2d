package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.journal.StockDayReads;
import clinic.mmt.dispenser.domain.day.Attribution;
import clinic.mmt.dispenser.domain.day.CountLine;
import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountResult;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.CustodyEnd;
import clinic.mmt.dispenser.domain.day.DifferenceAlarm;
import clinic.mmt.dispenser.domain.day.Differences;
import clinic.mmt.dispenser.domain.day.OpeningCheck;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.reconciliation.Finding;
import clinic.mmt.dispenser.domain.report.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The charts over days out of the journal, and the alarms that they raised. */
final class DifferenceAlarms {

  /** What nobody explained in so many days is still told by the closes of those days. */
  private static final int DAYS_BACK = 400;

  private DifferenceAlarms() {}

  /** Judges these days. */
  static Differences over(StockDayReads days, LocalDate from, LocalDate to) {
    return Differences.of(days.results(from, to), ends(days, from, to), pumps(days, from, to));
  }

  /**
   * What a count raises that is booked now; nothing of it is in the journal yet. The chart begins
   * with the quarter before: it knows the devices, begins at the same day for a quarter, so that
   * few alarms are raised or lost because its beginning moved, and is read in little time: a
   * booking holds the counter up. A place that is beyond the limit of this count has its reason
   * from two persons, or is an open item, already: its one day is not told twice.
   */
  static List<Differences.Found> raised(
      StockDayReads days, CountStored stored, List<CustodyEnd> ended) {
    LocalDate today = stored.day();
    LocalDate from =
        Period.calendar(
                Period.Length.QUARTER,
                Period.calendar(Period.Length.QUARTER, today).from().minusDays(1))
            .from();
    List<CountResult> results = new ArrayList<>(days.results(from, today));
    results.addAll(CountResult.of(stored));
    List<CustodyEnd> ends = new ArrayList<>(ends(days, from, today));
    ends.addAll(ended);
    BiFunction<LocalDate, StationId, Optional<String>> pumps = pumps(days, from, today);
    Set<Attribution> said = said(stored, pumps);
    List<Differences.Found> before =
        alarms(days, today, today).stream().flatMap(a -> a.found().stream()).toList();
    return Differences.on(today, results, ends, pumps).found().stream()
        .filter(f -> f.finding().day().equals(today))
        .filter(f -> f.finding().kind() != Finding.Kind.ONE_DAY || !said.contains(f.at()))
        .filter(f -> before.stream().noneMatch(b -> same(b, f)))
        .toList();
  }

  private static Set<Attribution> said(
      CountStored stored, BiFunction<LocalDate, StationId, Optional<String>> pumps) {
    Set<Attribution> all = new HashSet<>();
    for (CountLine line : stored.beyond()) {
      if (line.place().kind() != CountPlace.Kind.CLOSED) {
        all.addAll(Differences.laidTo(CountResult.of(stored, line), pumps));
        line.custody().ifPresent(id -> all.add(new Attribution(Attribution.Kind.CUSTODY, id)));
      }
    }
    return all;
  }

  /** A second count of a day changes the amount, not what is to be looked into. */
  private static boolean same(Differences.Found one, Differences.Found other) {
    return one.at().equals(other.at()) && one.finding().kind() == other.finding().kind();
  }

  /** Alarms of these days, in their order. */
  static List<DifferenceAlarm> alarms(StockDayReads days, LocalDate from, LocalDate to) {
    return days.between(from, to, StockDayFact.DifferenceFound.class).stream()
        .map(StockDayFact.DifferenceFound::alarm)
        .toList();
  }

  /** Those that nobody explained. */
  static List<DifferenceAlarm> open(StockDayReads days, LocalDate today) {
    return alarms(days, today.minusDays(DAYS_BACK), today).stream()
        .filter(a -> days.find(StockDayFact.DifferenceExplained.class, a.id()).isEmpty())
        .toList();
  }

  private static List<CustodyEnd> ends(StockDayReads days, LocalDate from, LocalDate to) {
    return days.between(from, to, StockDayFact.CustodyEnded.class).stream()
        .map(StockDayFact.CustodyEnded::end)
        .toList();
  }

  /** A pump is known from the opening check: of that day, else of the last one before. */
  private static BiFunction<LocalDate, StationId, Optional<String>> pumps(
      StockDayReads days, LocalDate from, LocalDate to) {
    Map<StationId, TreeMap<LocalDate, String>> seen = new HashMap<>();
    for (OpeningCheck check :
        days.between(from, to, StockDayFact.StockChecked.class).stream()
            .map(StockDayFact.StockChecked::check)
            .toList()) {
      for (OpeningCheck.Station s : check.stations()) {
        seen.computeIfAbsent(s.station(), at -> new TreeMap<>()).put(check.day(), s.pump());
      }
    }
    return (day, station) ->
        Optional.ofNullable(seen.get(station))
            .flatMap(at -> Optional.ofNullable(at.floorEntry(day)))
            .map(Map.Entry::getValue);
  }
}

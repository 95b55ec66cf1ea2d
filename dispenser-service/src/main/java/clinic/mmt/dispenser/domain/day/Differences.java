package clinic.mmt.dispenser.domain.day;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.reconciliation.Counted;
import clinic.mmt.dispenser.domain.reconciliation.DifferenceChart;
import clinic.mmt.dispenser.domain.reconciliation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Differences over days, for the whole clinic and for everything that a difference can be laid to
 * each has a chart of its own, with one figure a day. What a hand-over measures is in the
 * count of its evening once more, so it is a custody period's alone. A closed container is there or
 * missing by its label and in no chart.
 *
 * @param days of the whole clinic, one a day
 * @param found what gives reason to look, by what it is laid to and in the order of the days
 */
public record Differences(List<Counted> days, List<Found> found) {

  /** Copies. */
  public Differences {
    days = List.copyOf(days);
    found = List.copyOf(found);
  }

  /**
   * A finding.
   *
   * @param at what it is laid to
   * @param finding what was seen
   */
  public record Found(Attribution at, Finding finding) {}

  /**
   * Judges.
   *
   * @param results counts that were booked, in their order; hand-overs are passed over
   * @param ends custody periods that are over
   * @param pumps which pump was at a station on a day, where that is known
   */
  public static Differences of(
      List<CountResult> results,
      List<CustodyEnd> ends,
      BiFunction<LocalDate, StationId, Optional<String>> pumps) {
    return of(results, ends, pumps, days -> true);
  }

  /** The same, as far as charts go on to a day: only what is counted on it can be found on it. */
  public static Differences on(
      LocalDate day,
      List<CountResult> results,
      List<CustodyEnd> ends,
      BiFunction<LocalDate, StationId, Optional<String>> pumps) {
    return of(results, ends, pumps, days -> days.containsKey(day));
  }

  private static Differences of(
      List<CountResult> results,
      List<CustodyEnd> ends,
      BiFunction<LocalDate, StationId, Optional<String>> pumps,
      Predicate<SequencedMap<LocalDate, Counted>> wanted) {
    SequencedMap<Attribution, SequencedMap<LocalDate, Counted>> charts = new LinkedHashMap<>();
    charts.put(Attribution.CLINIC, new LinkedHashMap<>());
    for (CountResult result : results) {
      if (!result.handOver() && result.place().kind() != CountPlace.Kind.CLOSED) {
        laidTo(result, pumps).forEach(at -> add(charts, at, result.counted()));
      }
    }
    for (CustodyEnd end : ends) {
      end.measured()
          .filter(m -> m.counted().isPresent())
          .ifPresent(
              m ->
                  add(
                      charts,
                      new Attribution(Attribution.Kind.CUSTODY, end.custody().id()),
                      new Counted(end.day(), m.difference(), m.exposure())));
    }
    List<Found> found = new ArrayList<>();
    charts.forEach(
        (at, days) -> {
          if (wanted.test(days)) {
            found.addAll(judged(at, List.copyOf(days.values())));
          }
        });
    return new Differences(
        List.copyOf(charts.getOrDefault(Attribution.CLINIC, new LinkedHashMap<>()).values()),
        found);
  }

  /** Everything that the difference of a count is laid to, but for custody periods. */
  public static List<Attribution> laidTo(
      CountResult result, BiFunction<LocalDate, StationId, Optional<String>> pumps) {
    List<Attribution> all = new ArrayList<>();
    all.add(Attribution.CLINIC);
    result
        .station()
        .ifPresent(at -> all.add(new Attribution(Attribution.Kind.STATION, at.value())));
    all.add(new Attribution(Attribution.Kind.BATCH, result.place().batch().value()));
    if (result.place().kind() == CountPlace.Kind.BOTTLE) {
      result
          .station()
          .flatMap(at -> pumps.apply(result.day(), at))
          .ifPresent(pump -> all.add(new Attribution(Attribution.Kind.PUMP, pump)));
      all.add(new Attribution(Attribution.Kind.BOTTLE, result.place().of()));
    }
    return all;
  }

  private static void add(
      Map<Attribution, SequencedMap<LocalDate, Counted>> charts, Attribution at, Counted counted) {
    charts
        .computeIfAbsent(at, a -> new LinkedHashMap<>())
        .merge(
            counted.day(),
            counted,
            (one, more) ->
                new Counted(
                    one.day(),
                    one.difference().plus(more.difference()),
                    one.exposure().plus(more.exposure())));
  }

  private static List<Found> judged(Attribution at, List<Counted> days) {
    return DifferenceChart.over(days).stream()
        .filter(f -> at.kind().lasts() || f.kind() != Finding.Kind.IN_ALL)
        .map(f -> new Found(at, f))
        .toList();
  }
}

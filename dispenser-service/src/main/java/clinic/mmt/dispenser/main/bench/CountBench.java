package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.domain.reconciliation.Counted;
import clinic.mmt.dispenser.domain.reconciliation.DifferenceChart;
import clinic.mmt.dispenser.domain.reconciliation.Finding;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Simulated years of day counts, honest ones and with a thief, judged by the chart and, in the same
 * run, by a fixed percentage of the day's issue.
 */
final class CountBench {

  private static final int PATIENTS = 200;
  private static final double MILLILITRE = 1000;

  /** The fixed rule: half a percent of the day's issue, at least 1 mL. */
  private static final int PERMILLE = 5;

  private static final Volume AT_LEAST = Volume.ofMillilitres(1);

  private final int years;

  /**
   * @param years simulated years of each kind
   */
  CountBench(int years) {
    this.years = years;
  }

  /** Days of alarms, from the counts of a year. */
  private interface Rule extends Function<List<Counted>, List<LocalDate>> {}

  private static List<LocalDate> chart(List<Counted> counts) {
    return DifferenceChart.over(counts).stream().map(Finding::day).toList();
  }

  private static List<LocalDate> fixed(List<Counted> counts) {
    return counts.stream().filter(CountBench::beyond).map(Counted::day).toList();
  }

  private static boolean beyond(Counted count) {
    Volume limit = AT_LEAST.orMore(count.exposure().weighed().permille(PERMILLE));
    return count.difference().magnitude().isMoreThan(limit);
  }

  /**
   * Lines of all figures: {@code name ours bare ratio goal verdict}; the fixed rule is the bare.
   */
  List<String> run() {
    return List.of(
        honest(),
        found("loss-1mL-daily-found-in-10-days", 10, start -> day -> day >= start ? MILLILITRE : 0),
        found("loss-5mL-once-found-that-day", 1, start -> day -> day == start ? 5 * MILLILITRE : 0),
        found(
            "surplus-1mL-daily-found-in-10-days",
            10,
            start -> day -> day >= start ? -MILLILITRE : 0),
        fromTheStart());
  }

  private String honest() {
    int[] chart = new int[years];
    int[] fixed = new int[years];
    for (int seed = 0; seed < years; seed++) {
      List<Counted> counts = CountedYear.of(seed, PATIENTS, day -> 0);
      chart[seed] = chart(counts).size();
      fixed[seed] = fixed(counts).size();
    }
    int most = Arrays.stream(chart).max().orElse(0);
    return String.format(
        Locale.ROOT,
        "honest-alarms-in-the-worst-year %d %d - <=1 %s",
        most,
        Arrays.stream(fixed).max().orElse(0),
        most <= 1 ? "ok" : "over");
  }

  private String found(String name, int within, Function<Integer, CountedYear.Thief> thief) {
    int ours = 0;
    int bare = 0;
    for (int seed = 0; seed < years; seed++) {
      int start = 20 + new Random(seed).nextInt(330);
      List<Counted> counts = CountedYear.of(seed, PATIENTS, thief.apply(start));
      ToIntFunction<Rule> seen =
          rule -> rule.apply(counts).stream().anyMatch(d -> in(d, start, within)) ? 1 : 0;
      ours += seen.applyAsInt(CountBench::chart);
      bare += seen.applyAsInt(CountBench::fixed);
    }
    return String.format(
        Locale.ROOT,
        "%s %.1f%% %.1f%% - 100%% %s",
        name,
        100.0 * ours / years,
        100.0 * bare / years,
        ours == years ? "ok" : "over");
  }

  /** No goal: who steals from the first count on looks like a scale that is a little off. */
  private String fromTheStart() {
    int ours = 0;
    int bare = 0;
    for (int seed = 0; seed < years; seed++) {
      List<Counted> counts = CountedYear.of(seed, PATIENTS, day -> MILLILITRE);
      ours += chart(counts).isEmpty() ? 0 : 1;
      bare += fixed(counts).isEmpty() ? 0 : 1;
    }
    return String.format(
        Locale.ROOT,
        "loss-1mL-daily-from-the-first-count-found-in-a-year %.1f%% %.1f%% - - -",
        100.0 * ours / years,
        100.0 * bare / years);
  }

  private static boolean in(LocalDate day, int start, int within) {
    LocalDate from = CountedYear.FIRST.plusDays(start);
    return !day.isBefore(from) && day.isBefore(from.plusDays(within));
  }
}

package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.day.CountPlace;
import clinic.mmt.dispenser.domain.day.CountResult;
import clinic.mmt.dispenser.domain.day.CountScope;
import clinic.mmt.dispenser.domain.day.CountStored;
import clinic.mmt.dispenser.domain.day.Custody;
import clinic.mmt.dispenser.domain.day.CustodyEnd;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.day.OpeningCheck;
import clinic.mmt.dispenser.domain.day.StockAdjustment;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The days of the stock: opening checks, custody, counts, closes and corrections. */
public interface StockDayReads {

  /** What the results of counts are made of. */
  Set<Class<? extends StockDayFact>> OF_COUNTS =
      Set.of(
          StockDayFact.CountsStored.class,
          StockDayFact.CountBooked.class,
          StockDayFact.CustodyEnded.class);

  /** What tells who has a counter in custody. */
  Set<Class<? extends StockDayFact>> OF_CUSTODY =
      Set.of(StockDayFact.CustodyBegan.class, StockDayFact.CustodyEnded.class);

  /** All facts about these days, both included, in the order of their entries; a long read. */
  List<StockDayFact> between(LocalDate from, LocalDate to);

  /** Those of one sort; a long read. */
  <T extends StockDayFact> List<T> between(LocalDate from, LocalDate to, Class<T> sort);

  /** Facts of these sorts, in the order of their entries: a close is long, and few ask for it. */
  List<StockDayFact> between(
      LocalDate from, LocalDate to, Set<Class<? extends StockDayFact>> sorts);

  /** The fact of this sort about {@code of}. */
  <T extends StockDayFact> Optional<T> find(Class<T> sort, String of);

  /** The latest fact of this sort. */
  <T extends StockDayFact> Optional<T> latest(Class<T> sort);

  /** Its entry; 0 when there is none. */
  <T extends StockDayFact> long latestEntry(Class<T> sort);

  /** Who took a station over last, whether or not that period is over. */
  Optional<StockDayFact.CustodyBegan> taken(StationId station);

  /** The latest opening check of a day. */
  default Optional<OpeningCheck> check(LocalDate day) {
    return latest(StockDayFact.StockChecked.class)
        .map(StockDayFact.StockChecked::check)
        .filter(check -> check.day().equals(day));
  }

  /** Who answers for a station now. */
  default Optional<Custody> custody(StationId station) {
    return taken(station)
        .map(StockDayFact.CustodyBegan::custody)
        .filter(c -> find(StockDayFact.CustodyEnded.class, c.id()).isEmpty());
  }

  /** Periods that began on these days and are not over. */
  default List<Custody> running(LocalDate from, LocalDate to) {
    Map<String, Custody> open = new LinkedHashMap<>();
    for (StockDayFact fact : between(from, to, OF_CUSTODY)) {
      if (fact instanceof StockDayFact.CustodyBegan began) {
        open.put(began.of(), began.custody());
      } else if (fact instanceof StockDayFact.CustodyEnded ended) {
        open.remove(ended.of());
      }
    }
    return List.copyOf(open.values());
  }

  /** The count that began last, in its last attempt. */
  default Optional<CountScope> count() {
    return latest(StockDayFact.CountBegan.class).map(StockDayFact.CountBegan::scope);
  }

  /** What was counted in an attempt. */
  default Optional<CountStored> stored(String count, int attempt) {
    return find(StockDayFact.CountsStored.class, count + "#" + attempt)
        .map(StockDayFact.CountsStored::stored);
  }

  /** Whether a count is booked. */
  default boolean booked(String count) {
    return find(StockDayFact.CountBooked.class, count).isPresent();
  }

  /** Whether people are counting on {@code day}: nobody is told what the book says (R-80). */
  default boolean blind(LocalDate day) {
    return count()
        .filter(scope -> scope.day().equals(day))
        .filter(scope -> stored(scope.id(), scope.attempt()).isEmpty())
        .isPresent();
  }

  /** The closes of a day, supplementary ones too, in their order. */
  default List<FrozenDay> closes(LocalDate day) {
    return between(day, day).stream()
        .flatMap(
            fact ->
                fact instanceof StockDayFact.DayFrozen(FrozenDay frozen)
                    ? Stream.of(frozen)
                    : Stream.of())
        .toList();
  }

  /** The latest close, supplementary or not. */
  default Optional<FrozenDay> lastFrozen() {
    return latest(StockDayFact.DayFrozen.class).map(StockDayFact.DayFrozen::frozen);
  }

  /** Later corrections that are about counts of a day, made until {@code until}. */
  default List<StockAdjustment> adjustments(LocalDate of, LocalDate until) {
    return between(of, until).stream()
        .flatMap(
            fact ->
                fact instanceof StockDayFact.StockAdjusted adjusted
                    ? Stream.of(adjusted.adjustment())
                    : Stream.of())
        .filter(a -> a.of().equals(of))
        .toList();
  }

  /**
   * The differences of these days in the order they were booked or, at a hand-over, measured: of
   * each count the attempt that was booked. A long read.
   */
  default List<CountResult> results(LocalDate from, LocalDate to) {
    List<CountResult> all = new ArrayList<>();
    Map<String, CountStored> stored = new HashMap<>();
    for (StockDayFact fact : between(from, to, OF_COUNTS)) {
      if (fact instanceof StockDayFact.CountsStored(CountStored counts)) {
        stored.put(counts.id(), counts);
      } else if (fact instanceof StockDayFact.CountBooked booked) {
        Optional.ofNullable(stored.get(booked.posted().id()))
            .ifPresent(s -> all.addAll(CountResult.of(s)));
      } else if (fact instanceof StockDayFact.CustodyEnded(CustodyEnd end)
          && end.how() == CustodyEnd.How.HAND_OVER) {
        end.measured().flatMap(m -> result(end, m)).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<CountResult> result(CustodyEnd end, CustodyEnd.Measured m) {
    return m.counted()
        .map(
            is ->
                new CountResult(
                    end.day(),
                    end.custody().id(),
                    true,
                    new CountPlace(CountPlace.Kind.BOTTLE, m.bottle().value(), m.batch()),
                    Optional.of(end.custody().station()),
                    Optional.of(end.custody().id()),
                    m.difference(),
                    m.exposure()));
  }
}

package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.StockDayReads;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The days of the stock. */
final class MemoryStockDays implements StockDayReads {

  private final UndoMap<Key, Row> rows;

  /** The same by their day: a year holds thousands, and most questions are about few days. */
  private final UndoMap<LocalDate, List<Row>> byDay;

  /** Asked for with every dose: whether people count. */
  private final UndoMap<Class<? extends StockDayFact>, Row> latest;

  private record Key(Class<? extends StockDayFact> sort, String of) {}

  private record Row(StockDayFact fact, long sequence) {}

  MemoryStockDays(UndoMap.Undo undo) {
    this.rows = new UndoMap<>(undo);
    this.byDay = new UndoMap<>(undo);
    this.latest = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(rows, byDay, latest);
  }

  void happened(StockDayFact fact, long sequence) {
    Key key = new Key(fact.getClass(), fact.of());
    if (rows.has(key)) {
      throw new ConstraintBroken(Constraints.STOCK_DAY_ONCE);
    }
    Row row = new Row(fact, sequence);
    rows.put(key, row);
    List<Row> day = new ArrayList<>(byDay.get(fact.day()).orElse(List.of()));
    day.add(row);
    byDay.put(fact.day(), day);
    latest.put(fact.getClass(), row);
  }

  @Override
  public List<StockDayFact> between(LocalDate from, LocalDate to) {
    return rows(from, to).map(Row::fact).toList();
  }

  @Override
  public <T extends StockDayFact> List<T> between(LocalDate from, LocalDate to, Class<T> sort) {
    return rows(from, to).map(Row::fact).filter(sort::isInstance).map(sort::cast).toList();
  }

  @Override
  public List<StockDayFact> between(
      LocalDate from, LocalDate to, Set<Class<? extends StockDayFact>> sorts) {
    return rows(from, to).map(Row::fact).filter(f -> sorts.contains(f.getClass())).toList();
  }

  private Stream<Row> rows(LocalDate from, LocalDate to) {
    List<Row> found = new ArrayList<>();
    for (Map.Entry<LocalDate, List<Row>> day : byDay.entries()) {
      if (!day.getKey().isBefore(from) && !day.getKey().isAfter(to)) {
        found.addAll(day.getValue());
      }
    }
    found.sort(Comparator.comparingLong(Row::sequence));
    return found.stream();
  }

  @Override
  public <T extends StockDayFact> Optional<T> find(Class<T> sort, String of) {
    return rows.get(new Key(sort, of)).map(Row::fact).map(sort::cast);
  }

  @Override
  public <T extends StockDayFact> Optional<T> latest(Class<T> sort) {
    return latest.get(sort).map(Row::fact).map(sort::cast);
  }

  @Override
  public <T extends StockDayFact> long latestEntry(Class<T> sort) {
    return latest.get(sort).map(Row::sequence).orElse(0L);
  }

  @Override
  public Optional<StockDayFact.CustodyBegan> taken(StationId station) {
    return rows.values().stream()
        .filter(
            r ->
                r.fact() instanceof StockDayFact.CustodyBegan began
                    && began.custody().station().equals(station))
        .max(Comparator.comparingLong(Row::sequence))
        .map(Row::fact)
        .map(StockDayFact.CustodyBegan.class::cast);
  }
}

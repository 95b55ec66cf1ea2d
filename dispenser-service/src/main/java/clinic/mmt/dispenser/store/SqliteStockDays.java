package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.StockDayReads;
import clinic.mmt.dispenser.app.journal.codec.Encoded;
import clinic.mmt.dispenser.app.journal.codec.StockDayText;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The days of the stock: few facts a day, kept whole as their entries have them. */
final class SqliteStockDays implements StockDayReads {

  private static final String FACT = "SELECT kind, version, open, secret FROM view_stock_day ";

  private final Db db;

  SqliteStockDays(Db db) {
    this.db = db;
  }

  void happened(StockDayFact fact, long sequence) {
    Encoded stored = StockDayText.write(fact);
    try {
      db.update(
          "INSERT INTO view_stock_day VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          sequence,
          sort(fact.getClass()),
          fact.of(),
          station(fact),
          fact.day().toString(),
          stored.kind(),
          stored.version(),
          stored.publicBody().toText(),
          stored.privateBody().toText());
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private static String sort(Class<?> sort) {
    return sort.getSimpleName();
  }

  private static String station(StockDayFact fact) {
    return fact instanceof StockDayFact.CustodyBegan began ? began.custody().station().value() : "";
  }

  @Override
  public List<StockDayFact> between(LocalDate from, LocalDate to) {
    return list("WHERE day >= ? AND day <= ? ORDER BY sequence", from.toString(), to.toString());
  }

  @Override
  public <T extends StockDayFact> List<T> between(LocalDate from, LocalDate to, Class<T> sort) {
    return list(
            "WHERE day >= ? AND day <= ? AND sort = ? ORDER BY sequence",
            from.toString(),
            to.toString(),
            sort(sort))
        .stream()
        .map(sort::cast)
        .toList();
  }

  @Override
  public List<StockDayFact> between(
      LocalDate from, LocalDate to, Set<Class<? extends StockDayFact>> sorts) {
    List<String> values = new ArrayList<>(List.of(from.toString(), to.toString()));
    sorts.stream().map(SqliteStockDays::sort).sorted().forEach(values::add);
    String places = String.join(", ", Collections.nCopies(sorts.size(), "?"));
    return list(
        "WHERE day >= ? AND day <= ? AND sort IN (" + places + ") ORDER BY sequence",
        values.toArray());
  }

  @Override
  public <T extends StockDayFact> Optional<T> find(Class<T> sort, String of) {
    return list("WHERE sort = ? AND of = ?", sort(sort), of).stream().findFirst().map(sort::cast);
  }

  @Override
  public <T extends StockDayFact> Optional<T> latest(Class<T> sort) {
    return list("WHERE sort = ? ORDER BY sequence DESC LIMIT 1", sort(sort)).stream()
        .findFirst()
        .map(sort::cast);
  }

  @Override
  public <T extends StockDayFact> long latestEntry(Class<T> sort) {
    try {
      return db.list(
              "SELECT max(sequence) FROM view_stock_day WHERE sort = ?",
              row -> row.getLong(1),
              sort(sort))
          .getFirst();
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  @Override
  public Optional<StockDayFact.CustodyBegan> taken(StationId station) {
    return list(
            "WHERE sort = 'CustodyBegan' AND station = ? ORDER BY sequence DESC LIMIT 1",
            station.value())
        .stream()
        .findFirst()
        .map(StockDayFact.CustodyBegan.class::cast);
  }

  private List<StockDayFact> list(String where, Object... values) {
    try {
      return List.copyOf(db.list(FACT + where, SqliteStockDays::fact, values));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private static StockDayFact fact(ResultSet row) throws SQLException {
    return StockDayText.read(
        new Encoded(
            row.getString(1),
            row.getInt(2),
            Bytes.utf8(row.getString(3)),
            Bytes.utf8(row.getString(4))));
  }
}

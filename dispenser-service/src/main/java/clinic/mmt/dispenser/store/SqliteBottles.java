package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.StockDayReads;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.app.journal.StockViews;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleMove;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.bottle.StockBatch;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bottles of the stock, their batches and products, as tables. */
final class SqliteBottles implements StockViews, StockReads {

  private static final String PRODUCT =
      "SELECT id, brand, strength, container, empty, colour, in_use_days FROM view_product ";

  private static final String BATCH = "SELECT id, product, expiry FROM view_stock_batch ";

  private static final String BOTTLE =
      """
      SELECT label, batch, product, container, state, held_from, in_use_until, station, receipt
      FROM view_bottle WHERE\s""";

  private final Db db;
  private final SqliteStockDays days;

  SqliteBottles(Db db) {
    this.db = db;
    this.days = new SqliteStockDays(db);
  }

  @Override
  public void product(Product p) {
    write("DELETE FROM view_product WHERE id = ?", p.id().value());
    write(
        "INSERT INTO view_product VALUES (?, ?, ?, ?, ?, ?, ?)",
        p.id().value(),
        p.brand(),
        p.strength().microgramsPerMillilitre(),
        p.container().microlitres(),
        p.empty().micrograms(),
        p.colour(),
        p.inUseDays().orElse(0));
  }

  @Override
  public void received(Receipt receipt) {
    insert(receipt);
    for (Receipt.Line line : receipt.lines()) {
      write("DELETE FROM view_stock_batch WHERE id = ?", line.batch().value());
      write(
          "INSERT INTO view_stock_batch VALUES (?, ?, ?)",
          line.batch().value(),
          line.product().value(),
          line.expiry().toString());
      receipt.bottles(line).forEach(this::insert);
    }
  }

  private void insert(Receipt r) {
    write(
        "INSERT INTO view_receipt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        r.papers().ours(),
        r.id(),
        r.day().toString(),
        r.papers().supplier(),
        r.papers().authority(),
        r.deliverer(),
        r.receiver().value(),
        r.causes().stream().map(Receipt.Cause::name).collect(Collectors.joining(",")),
        r.words());
  }

  private void insert(Bottle b) {
    write(
        "INSERT INTO view_bottle VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        b.label().value(),
        b.batch().value(),
        b.product().value(),
        b.container().microlitres(),
        b.state().name(),
        b.heldFrom().map(BottleState::name).orElse(""),
        b.inUseUntil().map(LocalDate::toString).orElse(""),
        b.station().map(StationId::value).orElse(""),
        b.receipt());
  }

  @Override
  public void moved(BottleMove move) {
    bottle(move.bottle()).map(b -> b.after(move)).ifPresent(this::update);
    move.into()
        .flatMap(this::bottle)
        .map(b -> b.inUseUntil(move.inUseUntil()))
        .ifPresent(this::update);
  }

  private void update(Bottle b) {
    write(
        """
        UPDATE view_bottle SET state = ?, held_from = ?, in_use_until = ?, station = ?
        WHERE label = ?
        """,
        b.state().name(),
        b.heldFrom().map(BottleState::name).orElse(""),
        b.inUseUntil().map(LocalDate::toString).orElse(""),
        b.station().map(StationId::value).orElse(""),
        b.label().value());
  }

  @Override
  public Optional<Product> product(ProductId product) {
    return list(PRODUCT + "WHERE id = ?", SqliteBottles::product, product.value()).stream()
        .findFirst();
  }

  @Override
  public List<Product> products() {
    return list(PRODUCT + "ORDER BY id", SqliteBottles::product);
  }

  private static Product product(ResultSet row) throws SQLException {
    int days = row.getInt(7);
    return new Product(
        new ProductId(row.getString(1)),
        row.getString(2),
        new Concentration(row.getLong(3)),
        new Volume(row.getLong(4)),
        new Mass(row.getLong(5)),
        row.getString(6),
        days == 0 ? Optional.empty() : Optional.of(days));
  }

  @Override
  public Optional<StockBatch> batch(BatchId batch) {
    return list(BATCH + "WHERE id = ?", SqliteBottles::batch, batch.value()).stream().findFirst();
  }

  @Override
  public List<StockBatch> batches() {
    return list(BATCH + "ORDER BY expiry, id", SqliteBottles::batch);
  }

  private static StockBatch batch(ResultSet row) throws SQLException {
    return new StockBatch(
        new BatchId(row.getString(1)),
        new ProductId(row.getString(2)),
        LocalDate.parse(row.getString(3)));
  }

  @Override
  public Optional<Bottle> bottle(BottleId label) {
    return list(BOTTLE + "label = ?", SqliteBottles::bottle, label.value()).stream().findFirst();
  }

  @Override
  public List<Bottle> bottles() {
    // Named one by one, for the index: those left out are nearly all there ever were.
    return list(
        BOTTLE
            + """
            state IN ('IN_STORE', 'IN_DAY_CABINET', 'OPEN', 'MOUNTED', 'BROKEN', 'QUARANTINED',
              'IN_TRANSIT', 'MISSING', 'DELIVERED', 'DESTROYED') ORDER BY label
            """,
        SqliteBottles::bottle);
  }

  private static Bottle bottle(ResultSet row) throws SQLException {
    return new Bottle(
        new BottleId(row.getString(1)),
        new BatchId(row.getString(2)),
        new ProductId(row.getString(3)),
        new Volume(row.getLong(4)),
        BottleState.valueOf(row.getString(5)),
        maybe(row.getString(6)).map(BottleState::valueOf),
        maybe(row.getString(7)).map(LocalDate::parse),
        maybe(row.getString(8)).map(StationId::new),
        row.getString(9));
  }

  private static Optional<String> maybe(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  @Override
  public int labelled() {
    return list("SELECT count(*) FROM view_bottle", row -> row.getInt(1)).getFirst();
  }

  @Override
  public List<Taken> receipts() {
    return list(
        """
        SELECT receipt, day, ours, supplier, authority, deliverer, receiver, causes, words
        FROM view_receipt ORDER BY day DESC, ours
        """,
        row ->
            new Taken(
                row.getString(1),
                LocalDate.parse(row.getString(2)),
                new Receipt.Papers(row.getString(3), row.getString(4), row.getString(5)),
                row.getString(6),
                new StaffId(row.getString(7)),
                causes(row.getString(8)),
                row.getString(9)));
  }

  private static Set<Receipt.Cause> causes(String names) {
    return Stream.of(names.split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(Receipt.Cause::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean receiptKnown(String ours) {
    return !list("SELECT 1 FROM view_receipt WHERE ours = ?", row -> 1, ours).isEmpty();
  }

  @Override
  public boolean earlier(Product like, LocalDate expiry, LocalDate today) {
    return !list(
            """
            SELECT 1 FROM view_bottle b
            JOIN view_stock_batch s ON s.id = b.batch
            JOIN view_product p ON p.id = b.product
            WHERE b.state IN ('IN_STORE', 'IN_DAY_CABINET') AND p.brand = ? AND p.strength = ?
              AND s.expiry < ? AND s.expiry >= ? LIMIT 1
            """,
            row -> 1,
            like.brand(),
            like.strength().microgramsPerMillilitre(),
            expiry.toString(),
            today.toString())
        .isEmpty();
  }

  @Override
  public Map<BatchId, Volume> in(Account account) {
    Map<BatchId, Volume> found = new LinkedHashMap<>();
    list(
            """
            SELECT batch, microlitres FROM view_balance
            WHERE kind = ? AND of = ? AND microlitres <> 0 ORDER BY batch
            """,
            row -> new Held(new BatchId(row.getString(1)), account.kind(), volume(row)),
            account.kind().name(),
            account.of())
        .forEach(held -> found.put(held.batch(), held.volume()));
    return found;
  }

  private static Volume volume(ResultSet row) throws SQLException {
    return new Volume(row.getLong(2));
  }

  @Override
  public List<Held> held() {
    return list(
        """
        SELECT batch, sum(microlitres), kind FROM view_balance
        GROUP BY batch, kind HAVING sum(microlitres) <> 0 ORDER BY batch, kind
        """,
        row ->
            new Held(
                new BatchId(row.getString(1)), AccountKind.valueOf(row.getString(3)), volume(row)));
  }

  @Override
  public List<InAccount> accounts(AccountKind kind) {
    return list(
        """
        SELECT batch, microlitres, of FROM view_balance
        WHERE kind = ? AND microlitres <> 0 ORDER BY of, batch
        """,
        row ->
            new InAccount(
                new Account(kind, row.getString(3)), new BatchId(row.getString(1)), volume(row)),
        kind.name());
  }

  @Override
  public void ofDay(StockDayFact fact, long sequence) {
    days.happened(fact, sequence);
  }

  @Override
  public StockDayReads days() {
    return days;
  }

  private <T> List<T> list(String sql, Db.RowReader<T> reader, Object... values) {
    try {
      return List.copyOf(db.list(sql, reader, values));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private void write(String sql, Object... values) {
    try {
      db.update(sql, values);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.OutgoingReads;
import clinic.mmt.dispenser.app.journal.OutgoingViews;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.outgoing.Shipment;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shipments, destructions and incidents of many doses, as tables. */
final class SqliteOutgoing implements OutgoingViews, OutgoingReads {

  private final Db db;

  SqliteOutgoing(Db db) {
    this.db = db;
  }

  @Override
  public void sent(Shipment s) {
    write(
        "INSERT INTO view_shipment VALUES (?, ?, ?, ?, ?, ?, ?, '', '', '', '', '')",
        s.id(),
        s.day().toString(),
        s.site(),
        s.paper(),
        s.carrier(),
        joined(s.bottles(), BottleId::value),
        s.by().value());
  }

  @Override
  public void closed(String shipment, Shipment.Closed how) {
    write(
        """
        UPDATE view_shipment SET closed = ?, closed_paper = ?, arrived = ?, closed_by = ?, words = ?
        WHERE id = ?
        """,
        how.day().toString(),
        how.paper(),
        joined(how.arrived(), BottleId::value),
        how.by().value(),
        how.words(),
        shipment);
  }

  @Override
  public void destroyed(Destruction d) {
    write(
        "INSERT INTO view_destruction VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        d.id(),
        d.day().toString(),
        d.papers().permit(),
        d.papers().minutes(),
        d.papers().method(),
        String.join("\n", d.council()),
        joined(d.waste(), SqliteOutgoing::text),
        joined(d.bottles(), BottleId::value),
        d.by().value(),
        d.second().value());
  }

  @Override
  public void opened(LookBack l) {
    write(
        "INSERT INTO view_look_back VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
        l.id(),
        l.day().toString(),
        l.why().name(),
        l.of().from().toString(),
        l.of().until().toString(),
        l.of().batch().map(BatchId::value).orElse(""),
        l.of().bottle().map(BottleId::value).orElse(""),
        l.of().station().map(StationId::value).orElse(""),
        joined(l.doses(), DoseId::value),
        l.by().value(),
        l.words());
  }

  @Override
  public void closed(String incident, String words) {
    write("UPDATE view_look_back SET closed = ? WHERE id = ?", words, incident);
  }

  @Override
  public List<Shipment> shipments() {
    return list(
        """
        SELECT id, day, site, paper, carrier, bottles, by, closed, closed_paper, arrived, closed_by,
          words
        FROM view_shipment ORDER BY rowid DESC
        """,
        SqliteOutgoing::shipment);
  }

  private static Shipment shipment(ResultSet row) throws SQLException {
    Shipment sent =
        new Shipment(
            row.getString(1),
            LocalDate.parse(row.getString(2)),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            split(row.getString(6), BottleId::new),
            new StaffId(row.getString(7)),
            Optional.empty());
    return row.getString(8).isEmpty()
        ? sent
        : sent.closed(
            new Shipment.Closed(
                LocalDate.parse(row.getString(8)),
                row.getString(9),
                split(row.getString(10), BottleId::new),
                new StaffId(row.getString(11)),
                row.getString(12)));
  }

  @Override
  public List<Destruction> destructions() {
    return list(
        """
        SELECT id, day, permit, minutes, method, council, waste, bottles, by, second
        FROM view_destruction ORDER BY rowid DESC
        """,
        row ->
            new Destruction(
                row.getString(1),
                LocalDate.parse(row.getString(2)),
                new Destruction.Papers(row.getString(3), row.getString(4), row.getString(5)),
                row.getString(6).lines().toList(),
                split(row.getString(7), SqliteOutgoing::waste),
                split(row.getString(8), BottleId::new),
                new StaffId(row.getString(9)),
                new StaffId(row.getString(10))));
  }

  @Override
  public List<Incident> incidents() {
    return list(
        """
        SELECT id, day, why, first, last, batch, bottle, station, doses, by, words, closed
        FROM view_look_back ORDER BY rowid DESC
        """,
        SqliteOutgoing::incident);
  }

  private static Incident incident(ResultSet row) throws SQLException {
    LookBack.Scope scope =
        new LookBack.Scope(
            LocalDate.parse(row.getString(4)),
            LocalDate.parse(row.getString(5)),
            maybe(row.getString(6)).map(BatchId::new),
            maybe(row.getString(7)).map(BottleId::new),
            maybe(row.getString(8)).map(StationId::new));
    return new Incident(
        new LookBack(
            row.getString(1),
            LocalDate.parse(row.getString(2)),
            LookBack.Why.valueOf(row.getString(3)),
            scope,
            split(row.getString(9), DoseId::new),
            new StaffId(row.getString(10)),
            row.getString(11)),
        maybe(row.getString(12)));
  }

  private static Optional<String> maybe(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** Ids have neither comma nor slash. */
  private static <T> String joined(List<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining(","));
  }

  private static <T> List<T> split(String text, Function<String, T> of) {
    return Stream.of(text.split(",", -1)).filter(one -> !one.isEmpty()).map(of).toList();
  }

  private static String text(Destruction.Waste w) {
    return String.join(
        "/",
        w.station().value(),
        w.batch().value(),
        Long.toString(w.measured().microlitres()),
        Boolean.toString(w.diluted()));
  }

  private static Destruction.Waste waste(String text) {
    String[] part = text.split("/", -1);
    return new Destruction.Waste(
        new StationId(part[0]),
        new BatchId(part[1]),
        new Volume(Long.parseLong(part[2])),
        Boolean.parseBoolean(part[3]));
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

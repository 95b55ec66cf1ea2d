package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.PackReads;
import clinic.mmt.dispenser.app.journal.PackViews;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackMark;
import clinic.mmt.dispenser.domain.site.PackNoted;
import clinic.mmt.dispenser.domain.site.PackOrders;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Packs of orders and of doses, as tables. */
final class SqlitePacks implements PackViews, PackReads {

  private final Db db;
  private final RecentAnswers answers;

  SqlitePacks(Db db, RecentAnswers answers) {
    this.db = db;
    this.answers = answers;
  }

  @Override
  public void noted(PackNoted noted) {
    Pack pack = noted.pack();
    String site = pack.site().value();
    write(
        "INSERT INTO view_pack VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        pack.kind().name(),
        pack.way().name(),
        site,
        pack.number(),
        pack.made().toString(),
        pack.until().map(Instant::toString).orElse(""),
        pack.digest(),
        pack.upTo(),
        pack.by().value());
    if (pack.kind() == Pack.Kind.ORDERS && pack.way() == Pack.Way.IN) {
      for (PatientId patient : noted.patients()) {
        write(
            """
            INSERT INTO view_pack_patient VALUES (?, ?, ?)
            ON CONFLICT (patient) DO UPDATE SET site = excluded.site, number = excluded.number
            """,
            patient.value(),
            site,
            pack.number());
      }
    }
    int place = 0;
    for (PackMark mark : noted.marks()) {
      write(
          "INSERT INTO view_pack_mark VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          site,
          pack.number(),
          place++,
          mark.about(),
          mark.patient().map(PatientId::value).orElse(""),
          mark.day().toString(),
          mark.what().name(),
          mark.hold());
    }
  }

  /** Nearly no site ever gets an order pack: then no patient is looked up. */
  @Override
  public Optional<PackOrders> orders(PatientId patient) {
    boolean any =
        answers.anyOrderPack.get(
            "", () -> !list("SELECT 1 FROM view_pack_patient LIMIT 1", row -> true).isEmpty());
    return any ? answers.packOrders.get(patient, () -> read(patient)) : Optional.empty();
  }

  private Optional<PackOrders> read(PatientId patient) {
    return list(
            """
            SELECT p.site, p.number = k.number, k.made, k.until
            FROM view_pack_patient p JOIN view_pack k ON k.site = p.site
            WHERE p.patient = ? AND k.kind = 'ORDERS' AND k.way = 'IN'
            ORDER BY k.number DESC LIMIT 1
            """,
            row ->
                new PackOrders(
                    new SiteName(row.getString(1)),
                    row.getInt(2) != 0,
                    Instant.parse(row.getString(3)),
                    Instant.parse(row.getString(4))),
            patient.value())
        .stream()
        .findFirst();
  }

  @Override
  public List<Pack> all(Pack.Kind kind, Pack.Way way) {
    return list(
        """
        SELECT kind, way, site, number, made, until, digest, up_to, noted_by
        FROM view_pack WHERE kind = ? AND way = ? ORDER BY site, number
        """,
        SqlitePacks::pack,
        kind.name(),
        way.name());
  }

  private static Pack pack(ResultSet row) throws SQLException {
    return new Pack(
        Pack.Kind.valueOf(row.getString(1)),
        Pack.Way.valueOf(row.getString(2)),
        new SiteName(row.getString(3)),
        row.getInt(4),
        Instant.parse(row.getString(5)),
        Optional.of(row.getString(6)).filter(text -> !text.isEmpty()).map(Instant::parse),
        row.getString(7),
        row.getLong(8),
        new StaffId(row.getString(9)));
  }

  @Override
  public List<Marked> marks() {
    return list(
        """
        SELECT site, number, about, patient, day, what, hold
        FROM view_pack_mark ORDER BY rowid
        """,
        row ->
            new Marked(
                new SiteName(row.getString(1)),
                row.getInt(2),
                new PackMark(
                    row.getString(3),
                    Optional.of(row.getString(4)).filter(p -> !p.isEmpty()).map(PatientId::new),
                    LocalDate.parse(row.getString(5)),
                    PackMark.What.valueOf(row.getString(6)),
                    row.getString(7))));
  }

  @Override
  public List<Moved> movedSince(long sequence) {
    return list(
        """
        SELECT id, station, phase, dose, sequence FROM view_dose
        WHERE sequence > ? ORDER BY sequence
        """,
        row -> new Moved(SqliteReads.state(row), row.getLong(5)),
        sequence);
  }

  @Override
  public List<State> dosesOf(LocalDate from, LocalDate to) {
    // By person: that index is there, and one by day would have to be written with every dose.
    return list(
        """
        SELECT id, station, phase, dose FROM view_dose
        WHERE patient IN (SELECT id FROM view_patient) AND day >= ? AND day <= ? ORDER BY sequence
        """,
        SqliteReads::state,
        from.toString(),
        to.toString());
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
    answers.forgetPacks();
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.DegradedReads;
import clinic.mmt.dispenser.app.journal.DegradedViews;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Degraded modes, openings and downtimes as tables. */
final class SqliteDegraded implements DegradedViews, DegradedReads {

  private static final String MODE =
      "SELECT id, station, mode, since, counts_from, entered_by, reason FROM view_mode WHERE ";

  private static final String DOWNTIME =
      "SELECT id, station, day, since, standing, noted_by, reason FROM view_downtime WHERE ";

  private final Db db;
  private final RecentAnswers recent;

  SqliteDegraded(Db db, RecentAnswers recent) {
    this.db = db;
    this.recent = recent;
  }

  @Override
  public void entered(RunningMode mode) {
    put(
        "INSERT INTO view_mode VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)",
        mode.id(),
        mode.station().value(),
        mode.mode().place().name(),
        mode.mode().name(),
        mode.since().toString(),
        mode.countsFrom().toString(),
        mode.by().value(),
        mode.reason());
  }

  @Override
  public void left(String id) {
    put("UPDATE view_mode SET running = 0 WHERE id = ?", id);
  }

  @Override
  public void opened(Opening opening) {
    put(
        "INSERT INTO view_day_opened VALUES (?, ?, ?)",
        opening.day().toString(),
        opening.trace().name(),
        opening.by().value());
  }

  @Override
  public void downtime(Downtime downtime) {
    put(
        """
        INSERT INTO view_downtime VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET station = excluded.station, day = excluded.day,
          since = excluded.since, standing = excluded.standing, noted_by = excluded.noted_by,
          reason = excluded.reason
        """,
        downtime.id(),
        downtime.station().map(StationId::value).orElse(""),
        downtime.day().toString(),
        downtime.from().toString(),
        downtime.standing().name(),
        downtime.by(),
        downtime.reason());
  }

  @Override
  public void row(String downtime, SheetRow row) {
    put(
        "INSERT INTO view_sheet_row VALUES (?, ?, ?, ?, ?, ?)",
        downtime,
        row.patient().value(),
        row.told().name(),
        row.dose().micrograms(),
        row.at().map(Instant::toString).orElse(""),
        row.givenBy().map(StaffId::value).orElse(""));
  }

  @Override
  public void sheetIn(String downtime) {
    put(
        "UPDATE view_downtime SET standing = ? WHERE id = ?",
        Downtime.Standing.IN.name(),
        downtime);
  }

  @Override
  public void readByPhoto(LocalDate day) {
    put(
        """
        INSERT INTO view_without_reader VALUES (?, 1)
        ON CONFLICT (day) DO UPDATE SET times = times + 1
        """,
        day.toString());
  }

  @Override
  public List<RunningMode> modes(StationId station) {
    return recent.modes.get(
        station,
        () ->
            all(
                MODE + "station = ? AND running = 1 ORDER BY rowid",
                SqliteDegraded::mode,
                station.value()));
  }

  @Override
  public Optional<RunningMode> latest(StationId station, Mode mode) {
    return first(
        all(
            MODE + "station = ? AND mode = ? ORDER BY rowid DESC LIMIT 1",
            SqliteDegraded::mode,
            station.value(),
            mode.name()));
  }

  private static RunningMode mode(ResultSet row) throws SQLException {
    return new RunningMode(
        row.getString(1),
        new StationId(row.getString(2)),
        Mode.valueOf(row.getString(3)),
        Instant.parse(row.getString(4)),
        Instant.parse(row.getString(5)),
        new StaffId(row.getString(6)),
        row.getString(7));
  }

  @Override
  public Optional<Opening> opening(LocalDate day) {
    return recent.openings.get(
        day,
        () ->
            first(
                all(
                    "SELECT trace, opened_by FROM view_day_opened WHERE day = ?",
                    row ->
                        new Opening(
                            day, Trace.valueOf(row.getString(1)), new StaffId(row.getString(2))),
                    day.toString())));
  }

  @Override
  public List<Downtime> openDowntimes() {
    return recent.downtimes.get(
        "",
        () ->
            all(
                DOWNTIME + "standing IN ('PROPOSED', 'OWED') ORDER BY rowid",
                SqliteDegraded::downtime));
  }

  @Override
  public Optional<Downtime> downtime(String id) {
    return first(all(DOWNTIME + "id = ?", SqliteDegraded::downtime, id));
  }

  private static Downtime downtime(ResultSet row) throws SQLException {
    return new Downtime(
        row.getString(1),
        Optional.of(row.getString(2)).filter(s -> !s.isEmpty()).map(StationId::new),
        LocalDate.parse(row.getString(3)),
        Instant.parse(row.getString(4)),
        Downtime.Standing.valueOf(row.getString(5)),
        row.getString(6),
        row.getString(7));
  }

  @Override
  public List<SheetRow> rows(String downtime) {
    return all(
        """
        SELECT patient, told, micrograms, given_at, given_by FROM view_sheet_row
        WHERE downtime = ? ORDER BY rowid
        """,
        row ->
            new SheetRow(
                new PatientId(row.getString(1)),
                SheetRow.Told.valueOf(row.getString(2)),
                new Mass(row.getLong(3)),
                Optional.of(row.getString(4)).filter(s -> !s.isEmpty()).map(Instant::parse),
                Optional.of(row.getString(5)).filter(s -> !s.isEmpty()).map(StaffId::new)),
        downtime);
  }

  @Override
  public int withoutReader(LocalDate day) {
    return first(
            all(
                "SELECT times FROM view_without_reader WHERE day = ?",
                row -> row.getInt(1),
                day.toString()))
        .orElse(0);
  }

  private void put(String sql, Object... values) {
    recent.forget();
    try {
      db.update(sql, values);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private static <T> Optional<T> first(List<T> all) {
    return all.stream().findFirst();
  }

  private <T> List<T> all(String sql, Db.RowReader<T> reader, Object... values) {
    try {
      return List.copyOf(db.list(sql, reader, values));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.PumpReads;
import clinic.mmt.dispenser.app.journal.PumpViews;
import clinic.mmt.dispenser.app.journal.codec.PumpFacts;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.DeviceKind;
import clinic.mmt.dispenser.domain.service.Line;
import clinic.mmt.dispenser.domain.service.PumpChart;
import clinic.mmt.dispenser.domain.service.PumpStand;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.Spare;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Pumps, their lines, service acts, calibrations and units, as tables. */
final class SqlitePumps implements PumpViews, PumpReads {

  private final Db db;
  private final Recent recent;

  /** Reads of stands what is not among {@code recent}, and puts it there. */
  SqlitePumps(Db db, Recent recent) {
    this.db = db;
    this.recent = recent;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // What changes nothing gives the very same back.
  public void stand(StationId station, UnaryOperator<PumpStand> change) {
    PumpStand before = stand(station);
    PumpStand s = change.apply(before);
    if (s == before) {
      return;
    }
    PumpChart c = s.chart();
    write(
        """
        INSERT OR REPLACE INTO view_pump
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        station.value(),
        s.due().map(due -> due.why().name()).orElse(""),
        s.due().map(due -> due.purged().microlitres()).orElse(0L),
        s.due().map(PurgeDue::through).orElse(false) ? 1 : 0,
        s.open().orElse(""),
        s.failed().map(Enum::name).orElse(""),
        s.lastBatch().map(BatchId::value).orElse(""),
        c.doses(),
        c.weight(),
        c.pumped(),
        c.weighed(),
        c.last().pumped().microlitres(),
        c.last().weighed().microlitres(),
        c.same(),
        c.day().map(LocalDate::toString).orElse(""),
        c.morning());
    recent.stand(station, s);
  }

  @Override
  public PumpStand stand(StationId station) {
    return recent.stand(station, () -> readStand(station));
  }

  private PumpStand readStand(StationId station) {
    return list("SELECT * FROM view_pump WHERE station = ?", SqlitePumps::stand, station.value())
        .stream()
        .findFirst()
        .orElse(PumpStand.NEW);
  }

  private static PumpStand stand(ResultSet row) throws SQLException {
    Volume purged = new Volume(row.getLong(3));
    boolean through = row.getInt(4) == 1;
    return new PumpStand(
        maybe(row.getString(2))
            .map(why -> new PurgeDue(PurgeDue.Why.valueOf(why), purged, through)),
        maybe(row.getString(5)),
        maybe(row.getString(6)).map(PumpStand.Failed::valueOf),
        maybe(row.getString(7)).map(BatchId::new),
        new PumpChart(
            row.getInt(8),
            row.getLong(9),
            row.getLong(10),
            row.getLong(11),
            new PumpChart.Seen(new Volume(row.getLong(12)), new Volume(row.getLong(13))),
            row.getInt(14),
            maybe(row.getString(15)).map(LocalDate::parse),
            row.getLong(16)));
  }

  private static Optional<String> maybe(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  @Override
  public void spare(Spare spare) {
    write("INSERT OR REPLACE INTO view_spare VALUES (?, ?)", spare.kind().name(), spare.identity());
  }

  @Override
  public void unit(String device, String identity) {
    write("INSERT OR REPLACE INTO view_unit VALUES (?, ?)", device, identity);
  }

  @Override
  public Map<String, String> units() {
    Map<String, String> all = new LinkedHashMap<>();
    list(
            "SELECT device, identity FROM view_unit ORDER BY device",
            row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(unit -> all.put(unit.getKey(), unit.getValue()));
    return all;
  }

  @Override
  public boolean isSpare(Spare spare) {
    return !list(
            "SELECT 1 FROM view_spare WHERE kind = ? AND identity = ?",
            row -> 1,
            spare.kind().name(),
            spare.identity())
        .isEmpty();
  }

  @Override
  public List<Spare> spares() {
    return list(
            "SELECT kind, identity FROM view_spare",
            row -> new Spare(DeviceKind.valueOf(row.getString(1)), row.getString(2)))
        .stream()
        .sorted(Comparator.comparing(Spare::kind).thenComparing(Spare::identity))
        .toList();
  }

  @Override
  public void line(StationId station, UnaryOperator<Line> change) {
    Line now = change.apply(line(station));
    write("DELETE FROM view_line WHERE station = ?", station.value());
    int place = 0;
    for (Line.Segment segment : now.segments()) {
      write(
          "INSERT INTO view_line VALUES (?, ?, ?, ?)",
          station.value(),
          place++,
          segment.batch().value(),
          segment.volume().microlitres());
    }
  }

  @Override
  public Line line(StationId station) {
    return new Line(
        list(
            "SELECT batch, microlitres FROM view_line WHERE station = ? ORDER BY place",
            row -> new Line.Segment(new BatchId(row.getString(1)), new Volume(row.getLong(2))),
            station.value()));
  }

  @Override
  public void mixed(DoseId dose, BatchId batch, Volume change) {
    write(
        """
        INSERT INTO view_mixed_cup VALUES (?, ?, ?)
        ON CONFLICT (dose, batch) DO UPDATE SET microlitres = microlitres + excluded.microlitres
        """,
        dose.value(),
        batch.value(),
        change.microlitres());
  }

  @Override
  public Map<BatchId, Volume> mixed(DoseId dose) {
    Map<BatchId, Volume> found = new LinkedHashMap<>();
    list(
            "SELECT batch, microlitres FROM view_mixed_cup WHERE dose = ? AND microlitres <> 0 ORDER BY batch",
            row -> new Line.Segment(new BatchId(row.getString(1)), new Volume(row.getLong(2))),
            dose.value())
        .forEach(part -> found.put(part.batch(), part.volume()));
    return found;
  }

  @Override
  public Set<BatchId> otherBatches(DoseId dose) {
    return Set.copyOf(
        list(
            "SELECT batch FROM view_mixed_cup WHERE dose = ?",
            row -> new BatchId(row.getString(1)),
            dose.value()));
  }

  @Override
  public void act(ServiceAct act) {
    write(
        """
        INSERT INTO view_service_act (id, station, open, body) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET open = excluded.open, body = excluded.body
        """,
        act.id(),
        act.station().value(),
        act.phase().open() ? 1 : 0,
        PumpFacts.kept(act).toText());
  }

  @Override
  public Optional<ServiceAct> act(String id) {
    return list("SELECT body FROM view_service_act WHERE id = ?", SqlitePumps::act, id).stream()
        .findFirst();
  }

  @Override
  public List<ServiceAct> acts(StationId station, int most) {
    return list(
        "SELECT body FROM view_service_act WHERE station = ? ORDER BY number DESC LIMIT ?",
        SqlitePumps::act,
        station.value(),
        most);
  }

  @Override
  public List<ServiceAct> openActs() {
    return list(
        "SELECT body FROM view_service_act WHERE open = 1 ORDER BY number", SqlitePumps::act);
  }

  private static ServiceAct act(ResultSet row) throws SQLException {
    return PumpFacts.keptAct(Bytes.utf8(row.getString(1)));
  }

  @Override
  public void calibration(Calibration calibration, long sequence) {
    write(
        "INSERT INTO view_calibration VALUES (?, ?, ?)",
        sequence,
        calibration.station().value(),
        PumpFacts.kept(calibration).toText());
  }

  @Override
  public List<Calibration> calibrations(StationId station, int most) {
    return list(
        "SELECT body FROM view_calibration WHERE station = ? ORDER BY sequence DESC LIMIT ?",
        row -> PumpFacts.keptCalibration(Bytes.utf8(row.getString(1))),
        station.value(),
        most);
  }

  @Override
  public void incident(PumpFact.MovedAlone moved, long sequence) {
    write(
        "INSERT INTO view_moved_alone VALUES (?, ?, ?)",
        sequence,
        moved.station().value(),
        PumpFacts.kept(moved).toText());
  }

  @Override
  public List<PumpFact.MovedAlone> incidents(StationId station, int most) {
    return list(
        "SELECT body FROM view_moved_alone WHERE station = ? ORDER BY sequence DESC LIMIT ?",
        row -> PumpFacts.keptMoved(Bytes.utf8(row.getString(1))),
        station.value(),
        most);
  }

  @Override
  public List<PumpFact.MovedAlone> incidentsAfter(StationId station, long sequence) {
    return list(
        "SELECT body FROM view_moved_alone WHERE station = ? AND sequence > ? ORDER BY sequence DESC",
        row -> PumpFacts.keptMoved(Bytes.utf8(row.getString(1))),
        station.value(),
        sequence);
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

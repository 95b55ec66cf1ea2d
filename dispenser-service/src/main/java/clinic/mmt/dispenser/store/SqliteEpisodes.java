package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.EpisodeReads;
import clinic.mmt.dispenser.app.journal.EpisodeViews;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who came into care, moved and left, as a table. */
final class SqliteEpisodes extends SqliteRecords implements EpisodeViews, EpisodeReads {

  private static final String ADMITTED = "ADMITTED";
  private static final String MOVED = "MOVED";
  private static final String LEFT = "LEFT";

  private final Db db;

  SqliteEpisodes(Db db) {
    super(db);
    this.db = db;
  }

  @Override
  public void movement(Movement m) {
    switch (m.step()) {
      case Movement.Admitted admitted -> insert(m, ADMITTED, admitted.source().name(), "", 1);
      case Movement.Moved moved -> insert(m, MOVED, moved.site(), "", 0);
      case Movement.Left left -> {
        insert(m, LEFT, left.why().name(), left.words(), 0);
        write("UPDATE view_movement SET open = 0 WHERE patient = ?", m.patient().value());
      }
    }
  }

  private void insert(Movement m, String step, String detail, String words, int open) {
    write(
        "INSERT INTO view_movement VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        m.id(),
        m.patient().value(),
        m.day().toString(),
        step,
        detail,
        words,
        m.by().value(),
        open);
  }

  @Override
  public List<Movement> movements(PatientId patient) {
    try {
      return List.copyOf(
          db.list(
              """
              SELECT id, day, step, detail, words, noted_by FROM view_movement
              WHERE patient = ? ORDER BY rowid
              """,
              row -> movement(patient, row),
              patient.value()));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  @Override
  public Optional<Movement> movement(String id) {
    try {
      return db.first(
          "SELECT id, day, step, detail, words, noted_by, patient FROM view_movement WHERE id = ?",
          row -> movement(new PatientId(row.getString(7)), row),
          id);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  @Override
  public void treatmentGoesOn(PatientId patient, LocalDate lastCovered) {
    write(
        "INSERT INTO view_goes_on VALUES (?, ?) ON CONFLICT DO NOTHING",
        patient.value(),
        lastCovered.toString());
  }

  @Override
  public boolean goesOn(PatientId patient, LocalDate lastCovered) {
    try {
      return db.any(
          "SELECT 1 FROM view_goes_on WHERE patient = ? AND last_covered = ?",
          patient.value(),
          lastCovered.toString());
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private static Movement movement(PatientId patient, ResultSet row) throws SQLException {
    return new Movement(
        row.getString(1),
        patient,
        step(row.getString(3), row.getString(4), row.getString(5)),
        LocalDate.parse(row.getString(2)),
        new StaffId(row.getString(6)));
  }

  private static Movement.Step step(String step, String detail, String words) {
    return switch (step) {
      case ADMITTED -> new Movement.Admitted(Movement.Source.valueOf(detail));
      case MOVED -> new Movement.Moved(detail);
      case LEFT -> new Movement.Left(Movement.Why.valueOf(detail), words);
      default -> throw new IllegalStateException("view_movement has a step of a later program");
    };
  }
}

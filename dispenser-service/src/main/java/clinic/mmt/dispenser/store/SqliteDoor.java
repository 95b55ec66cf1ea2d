package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.DoorReads;
import clinic.mmt.dispenser.app.journal.DoorViews;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.queue.Arrival;
import clinic.mmt.dispenser.domain.queue.DeskDay;
import clinic.mmt.dispenser.domain.queue.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who came, and what happened before anything was poured, as tables. */
final class SqliteDoor implements DoorViews, DoorReads {

  private static final String ARRIVAL =
      "SELECT patient, day, sitting, number, how, sent_to_doctor, admitted, first"
          + " FROM view_arrival WHERE ";

  private final Db db;

  SqliteDoor(Db db) {
    this.db = db;
  }

  @Override
  public void arrived(Arrival a) {
    write(
        "INSERT INTO view_arrival VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
        a.patient().value(),
        a.day().toString(),
        a.ticket().sitting(),
        a.ticket().number(),
        a.how().name(),
        a.sentToDoctor() ? 1 : 0,
        a.admitted().orElse(""));
  }

  @Override
  public void priority(PatientId patient, LocalDate day, boolean first) {
    write(
        "UPDATE view_arrival SET first = ? WHERE patient = ? AND day = ?",
        first ? 1 : 0,
        patient.value(),
        day.toString());
  }

  @Override
  public void foundNotFit(PatientId patient, LocalDate day, Optional<Instant> lookAgainAt) {
    write(deskDay(patient, day).foundNotFit(lookAgainAt), patient, day);
  }

  @Override
  public void sentToDoctor(PatientId patient, LocalDate day, String why) {
    write(deskDay(patient, day).sentToDoctor(why), patient, day);
  }

  @Override
  public void backFromDoctor(PatientId patient, LocalDate day) {
    DeskDay before = deskDay(patient, day);
    if (before.withDoctor()) {
      write(before.backFromDoctor(), patient, day);
    }
  }

  private void write(DeskDay desk, PatientId patient, LocalDate day) {
    write(
        """
        INSERT INTO view_desk VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (patient, day) DO UPDATE SET not_fit = excluded.not_fit,
          look_again_at = excluded.look_again_at, referral = excluded.referral, why = excluded.why
        """,
        patient.value(),
        day.toString(),
        desk.notFit(),
        desk.lookAgainAt().map(Instant::toString).orElse(""),
        desk.referral().name(),
        desk.why());
  }

  @Override
  public Optional<Arrival.Placed> arrival(PatientId patient, LocalDate day) {
    return list(
            ARRIVAL + "patient = ? AND day = ?",
            SqliteDoor::arrival,
            patient.value(),
            day.toString())
        .stream()
        .findFirst();
  }

  @Override
  public List<Arrival.Placed> arrivals(LocalDate day) {
    return list(ARRIVAL + "day = ? ORDER BY sitting, number", SqliteDoor::arrival, day.toString());
  }

  private static Arrival.Placed arrival(ResultSet row) throws SQLException {
    String admitted = row.getString(7);
    return new Arrival.Placed(
        new Arrival(
            new PatientId(row.getString(1)),
            LocalDate.parse(row.getString(2)),
            new Ticket(row.getInt(3), row.getInt(4)),
            Arrival.How.valueOf(row.getString(5)),
            row.getInt(6) == 1,
            admitted.isEmpty() ? Optional.empty() : Optional.of(admitted)),
        row.getInt(8) == 1);
  }

  @Override
  public int lastNumber(LocalDate day, int sitting) {
    return list(
            "SELECT coalesce(max(number), 0) FROM view_arrival WHERE day = ? AND sitting = ?",
            row -> row.getInt(1),
            day.toString(),
            sitting)
        .getFirst();
  }

  @Override
  public DeskDay deskDay(PatientId patient, LocalDate day) {
    return list(
            """
            SELECT not_fit, look_again_at, referral, why FROM view_desk
            WHERE patient = ? AND day = ?
            """,
            SqliteDoor::desk,
            patient.value(),
            day.toString())
        .stream()
        .findFirst()
        .orElse(DeskDay.NOTHING);
  }

  private static DeskDay desk(ResultSet row) throws SQLException {
    String again = row.getString(2);
    return new DeskDay(
        row.getInt(1),
        again.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(again)),
        DeskDay.Referral.valueOf(row.getString(3)),
        row.getString(4));
  }

  private void write(String sql, Object... values) {
    try {
      db.update(sql, values);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private <T> List<T> list(String sql, Db.RowReader<T> reader, Object... values) {
    try {
      return db.list(sql, reader, values);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.IdentityReads;
import clinic.mmt.dispenser.app.journal.IdentityViews;
import clinic.mmt.dispenser.app.journal.codec.FingersText;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.identity.Enrolment;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.identity.NoReadLimit;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Consent to fingerprints and fingers that were passed over, as tables. */
final class SqliteIdentity implements IdentityViews, IdentityReads {

  private final Db db;

  SqliteIdentity(Db db) {
    this.db = db;
  }

  @Override
  public void consent(FingerConsent c) {
    write(
        "INSERT INTO view_finger_consent VALUES (?, ?, ?, ?, ?)",
        c.patient().value(),
        c.answer().name(),
        c.form(),
        c.day().toString(),
        c.by().value());
  }

  @Override
  public void noReadException(PatientId patient, LocalDate day, DosePart part) {
    write(
        """
        INSERT INTO view_no_read VALUES (?, ?, ?, 1)
        ON CONFLICT (day, patient, part) DO UPDATE SET times = times + 1
        """,
        day.toString(),
        patient.value(),
        part.number());
  }

  @Override
  public void enrolled(Enrolment e) {
    write(
        "INSERT INTO view_enrolment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        e.id(),
        e.patient().value(),
        e.token().name(),
        e.day().toString(),
        e.signers().first().value(),
        e.signers().second().value(),
        FingersText.of(e.fingers()),
        e.alike(),
        e.words());
  }

  @Override
  public Optional<Enrolment> enrolment(String id) {
    return enrolment("SELECT * FROM view_enrolment WHERE id = ?", id);
  }

  @Override
  public Optional<Enrolment> latestEnrolment(PatientId patient) {
    return enrolment(
        "SELECT * FROM view_enrolment WHERE patient = ? ORDER BY rowid DESC LIMIT 1",
        patient.value());
  }

  private Optional<Enrolment> enrolment(String sql, String key) {
    try {
      return db.first(
          sql,
          row ->
              new Enrolment(
                  row.getString(1),
                  new PatientId(row.getString(2)),
                  Enrolment.Token.valueOf(row.getString(3)),
                  LocalDate.parse(row.getString(4)),
                  new Enrolment.Signers(
                      new StaffId(row.getString(5)), new StaffId(row.getString(6))),
                  FingersText.read(row.getString(7)),
                  row.getInt(8),
                  row.getString(9)),
          key);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  @Override
  public void doubted(PatientId patient, LocalDate day) {
    write(
        """
        INSERT INTO view_doubt VALUES (?, ?)
        ON CONFLICT (patient) DO UPDATE SET day = excluded.day
        """,
        patient.value(),
        day.toString());
  }

  @Override
  public void doubtLifted(PatientId patient) {
    write("DELETE FROM view_doubt WHERE patient = ?", patient.value());
  }

  @Override
  public boolean inDoubt(PatientId patient, LocalDate day) {
    try {
      return db.any(
          "SELECT 1 FROM view_doubt WHERE patient = ? AND day = ?",
          patient.value(),
          day.toString());
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  @Override
  public void reviewed(PatientId patient, LocalDate day) {
    write(
        """
        INSERT INTO view_fingers_reviewed VALUES (?, ?)
        ON CONFLICT (patient) DO UPDATE SET day = excluded.day
        """,
        patient.value(),
        day.toString());
  }

  @Override
  public List<FingerConsent> consents(PatientId patient) {
    try {
      return List.copyOf(
          db.list(
              """
              SELECT answer, form, day, noted_by FROM view_finger_consent
              WHERE patient = ? ORDER BY rowid
              """,
              row -> consent(patient, row),
              patient.value()));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  @Override
  public Optional<FingerConsent> consent(PatientId patient) {
    try {
      return db.first(
          """
          SELECT answer, form, day, noted_by FROM view_finger_consent
          WHERE patient = ? ORDER BY rowid DESC LIMIT 1
          """,
          row -> consent(patient, row),
          patient.value());
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private static FingerConsent consent(PatientId patient, ResultSet row) throws SQLException {
    return new FingerConsent(
        patient,
        FingerConsent.Answer.valueOf(row.getString(1)),
        row.getString(2),
        LocalDate.parse(row.getString(3)),
        new StaffId(row.getString(4)));
  }

  @Override
  public NoReadLimit.Counted noReadExceptions(PatientId patient, LocalDate day, DosePart part) {
    try {
      return db.first(
              """
              SELECT coalesce(sum(CASE WHEN patient = ? AND part = ? THEN times END), 0),
                coalesce(sum(times), 0)
              FROM view_no_read WHERE day = ?
              """,
              row -> new NoReadLimit.Counted(row.getInt(1), row.getInt(2)),
              patient.value(),
              part.number(),
              day.toString())
          .orElse(new NoReadLimit.Counted(0, 0));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  @Override
  public List<OfPerson> noReadsSince(LocalDate first) {
    try {
      return List.copyOf(
          db.list(
              """
              SELECT n.patient, sum(n.times),
                coalesce(sum(CASE WHEN r.day IS NULL OR n.day > r.day THEN n.times END), 0),
                max(n.day)
              FROM view_no_read n LEFT JOIN view_fingers_reviewed r ON r.patient = n.patient
              LEFT JOIN (SELECT patient, max(day) AS day FROM view_enrolment
                WHERE fingers <> '' GROUP BY patient) e ON e.patient = n.patient
              WHERE n.day >= ? AND (e.day IS NULL OR n.day > e.day) GROUP BY n.patient ORDER BY n.patient
              """,
              row ->
                  new OfPerson(
                      new PatientId(row.getString(1)),
                      row.getInt(2),
                      row.getInt(3),
                      LocalDate.parse(row.getString(4))),
              first.toString()));
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

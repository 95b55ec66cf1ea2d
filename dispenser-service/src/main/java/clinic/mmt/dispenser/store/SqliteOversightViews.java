package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.OversightViews;
import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.SignedValue;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Certificate;
import java.sql.SQLException;
import java.time.LocalDate;

/** Rule values, certificates, doses to review, and what comes from other sites, as tables. */
abstract class SqliteOversightViews implements OversightViews {

  private final Db db;
  private final Recent recent;
  private final SqliteGuests guests;
  private final SqlitePacks packs;
  private final SqliteWitness witness;
  private final SqliteOutgoing outgoing;
  private final SqlitePumps pumps;

  SqliteOversightViews(Db db, Recent recent) {
    this.db = db;
    this.recent = recent;
    this.guests = new SqliteGuests(db, recent.answers());
    this.packs = new SqlitePacks(db, recent.answers());
    this.witness = new SqliteWitness(db);
    this.outgoing = new SqliteOutgoing(db);
    this.pumps = new SqlitePumps(db, recent);
  }

  /** Guest letters. */
  public SqliteGuests guests() {
    return guests;
  }

  /** Checkpoints and their key. */
  public SqliteWitness witness() {
    return witness;
  }

  /** Stock that left, and incidents of many doses. */
  public SqliteOutgoing outgoing() {
    return outgoing;
  }

  /** Pumps, their lines, service acts and calibrations. */
  public SqlitePumps pumps() {
    return pumps;
  }

  /** Packs of orders and of doses. */
  public SqlitePacks packs() {
    return packs;
  }

  @Override
  public void signed(SignedValue value) {
    put(
        """
        INSERT INTO view_value_signed VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (profile, key, text) DO UPDATE SET doctor = excluded.doctor,
          head = excluded.head, day = excluded.day
        """,
        value.profile(),
        value.key(),
        value.text(),
        value.by().doctor().value(),
        value.by().head().value(),
        value.by().day().toString());
  }

  @Override
  public void changed(ValueChange change, long sequence) {
    put(
        "INSERT INTO view_value_change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        change.id(),
        change.profile(),
        change.key(),
        change.before(),
        change.after(),
        change.from().toString(),
        change.reason(),
        change.by().doctor().value(),
        change.by().head().value(),
        change.by().day().toString(),
        sequence);
  }

  @Override
  public void certificate(Certificate certificate, long sequence) {
    put("DELETE FROM view_certificate WHERE id = ?", certificate.id());
    put(
        "INSERT INTO view_certificate VALUES (?, ?, ?, ?, ?, ?)",
        certificate.id(),
        certificate.staff().value(),
        certificate.role().name(),
        certificate.label(),
        certificate.until().toString(),
        sequence);
  }

  @Override
  public void extended(String certificate, Certificate.Extension extension) {
    put(
        "INSERT INTO view_extension VALUES (?, ?, ?, ?)",
        certificate,
        extension.until().toString(),
        extension.reason(),
        extension.head().value());
  }

  @Override
  public void review(ReviewFlag flag) {
    put(
        "INSERT INTO view_review VALUES (?, ?, ?, ?)",
        flag.id(),
        flag.patient().value(),
        flag.from().toString(),
        flag.reason());
  }

  @Override
  public void reviewCleared(String review) {
    put("DELETE FROM view_review WHERE id = ?", review);
  }

  @Override
  public void reviewedBy(PatientId patient, LocalDate day) {
    put(
        "DELETE FROM view_review WHERE patient = ? AND from_day <= ?",
        patient.value(),
        day.toString());
  }

  private void put(String sql, Object... values) {
    recent.answers().forget();
    try {
      db.update(sql, values);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.OversightReads;
import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.profile.SignedValue;
import clinic.mmt.dispenser.domain.profile.Signers;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the views know of rule values, certificates and doses to review. */
abstract class SqliteOversight implements OversightReads {

  private static final String CERTIFICATES =
      """
      SELECT c.id, c.staff, c.role, c.label, c.until,
        coalesce(e.until, ''), coalesce(e.reason, ''), coalesce(e.head, '')
      FROM view_certificate c LEFT JOIN view_extension e ON e.certificate = c.id
      ORDER BY c.sequence
      """;

  private final Db db;
  private final RecentAnswers recent;
  private final SqlitePumps pumps;

  SqliteOversight(Db db, Recent recent) {
    this.db = db;
    this.recent = recent.answers();
    this.pumps = new SqlitePumps(db, recent);
  }

  /** Pumps, their lines, service acts and calibrations. */
  public SqlitePumps pumps() {
    return pumps;
  }

  /** Stock that left, and incidents of many doses. */
  public SqliteOutgoing outgoing() {
    return new SqliteOutgoing(db);
  }

  @Override
  public List<ValueChange> valueChanges() {
    return recent.valueChanges.get(
        "",
        () ->
            all(
                """
                SELECT id, profile, key, before, after, from_day, reason, doctor, head, day
                FROM view_value_change ORDER BY sequence
                """,
                SqliteOversight::change));
  }

  private static ValueChange change(ResultSet row) throws SQLException {
    return new ValueChange(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        LocalDate.parse(row.getString(6)),
        row.getString(7),
        signers(row, 8));
  }

  private static Signers signers(ResultSet row, int at) throws SQLException {
    return new Signers(
        new StaffId(row.getString(at)),
        new StaffId(row.getString(at + 1)),
        LocalDate.parse(row.getString(at + 2)));
  }

  @Override
  public List<SignedValue> signedValues() {
    return recent.signedValues.get(
        "",
        () ->
            all(
                "SELECT profile, key, text, doctor, head, day FROM view_value_signed ORDER BY rowid",
                row ->
                    new SignedValue(
                        row.getString(1), row.getString(2), row.getString(3), signers(row, 4))));
  }

  @Override
  public List<Certificate> certificates() {
    return all(CERTIFICATES, SqliteOversight::certificate);
  }

  private static Certificate certificate(ResultSet row) throws SQLException {
    return new Certificate(
        row.getString(1),
        new StaffId(row.getString(2)),
        Role.valueOf(row.getString(3)),
        row.getString(4),
        LocalDate.parse(row.getString(5)),
        row.getString(6).isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Certificate.Extension(
                    LocalDate.parse(row.getString(6)),
                    row.getString(7),
                    new StaffId(row.getString(8)))));
  }

  @Override
  public List<ReviewFlag> reviews(PatientId patient) {
    return recent.reviews.get(
        patient,
        () ->
            all(
                "SELECT id, from_day, reason FROM view_review WHERE patient = ? ORDER BY rowid",
                row ->
                    new ReviewFlag(
                        row.getString(1),
                        patient,
                        LocalDate.parse(row.getString(2)),
                        row.getString(3)),
                patient.value()));
  }

  private <T> List<T> all(String sql, Db.RowReader<T> reader, Object... values) {
    try {
      return List.copyOf(db.list(sql, reader, values));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}

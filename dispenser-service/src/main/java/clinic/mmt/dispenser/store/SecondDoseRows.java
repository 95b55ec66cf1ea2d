package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rows of what is learnt of doses, of second doses, and of who is being watched. */
final class SecondDoseRows {

  /**
   * Columns of {@code view_learnt} as {@link #learnt} reads them; a dose without a row has nulls.
   */
  static final String LEARNT = "permille, vomit_minutes, vomit_witnessed, wrong, instead_of";

  private final Db db;

  SecondDoseRows(Db db) {
    this.db = db;
  }

  void learnt(DoseId dose, Learnt all) throws SQLException {
    db.update("DELETE FROM view_learnt WHERE dose = ?", dose.value());
    db.update(
        """
        INSERT INTO view_learnt
        SELECT id, day, ?, ?, ?, ?, ? FROM view_dose WHERE id = ?
        """,
        all.permille().orElse(-1),
        all.vomit().map(Learnt.Vomit::minutes).orElse(-1),
        all.vomit().map(Learnt.Vomit::witnessed).orElse(false) ? 1 : 0,
        all.wrong().map(Learnt.Wrong::name).orElse(""),
        all.insteadOf().map(Mass::micrograms).orElse(0L),
        dose.value());
  }

  Learnt learnt(DoseId dose) throws SQLException {
    return db
        .list(
            "SELECT " + LEARNT + " FROM view_learnt WHERE dose = ?",
            row -> learnt(row, 1),
            dose.value())
        .stream()
        .findFirst()
        .orElse(Learnt.NOTHING);
  }

  /** What stands in a row from column {@code at} on. */
  static Learnt learnt(ResultSet row, int at) throws SQLException {
    String wrong = row.getString(at + 3);
    if (wrong == null) {
      return Learnt.NOTHING;
    }
    int permille = row.getInt(at);
    int minutes = row.getInt(at + 1);
    long insteadOf = row.getLong(at + 4);
    return new Learnt(
        permille < 0 ? Optional.empty() : Optional.of(permille),
        minutes < 0
            ? Optional.empty()
            : Optional.of(new Learnt.Vomit(minutes, row.getInt(at + 2) == 1)),
        wrong.isEmpty() ? Optional.empty() : Optional.of(Learnt.Wrong.valueOf(wrong)),
        insteadOf == 0 ? Optional.empty() : Optional.of(new Mass(insteadOf)));
  }

  List<DoseId> noted(LocalDate day) throws SQLException {
    return db.list(
        "SELECT dose FROM view_learnt WHERE day = ? ORDER BY dose",
        row -> new DoseId(row.getString(1)),
        day.toString());
  }

  void added(AddedDose order) throws SQLException {
    db.update(
        "DELETE FROM view_added WHERE patient = ? AND day = ? AND part = ?",
        order.patient().value(),
        order.day().toString(),
        order.part().number());
    db.update(
        "INSERT INTO view_added VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        order.id(),
        order.patient().value(),
        order.day().toString(),
        order.part().number(),
        order.kind().name(),
        order.to().value(),
        order.dose().micrograms(),
        order.reason(),
        order.signature().prescriber().value(),
        order.signature().overLimits() ? 1 : 0);
  }

  List<AddedDose> added(PatientId patient, LocalDate day) throws SQLException {
    return db.list(
        """
        SELECT id, kind, dose, micrograms, reason, prescriber, over_limits FROM view_added
        WHERE patient = ? AND day = ? ORDER BY part
        """,
        row ->
            new AddedDose(
                row.getString(1),
                patient,
                day,
                AddedDose.Kind.valueOf(row.getString(2)),
                new DoseId(row.getString(3)),
                new Mass(row.getLong(4)),
                row.getString(5),
                new AddedDose.SignedBy(new StaffId(row.getString(6)), row.getInt(7) == 1)),
        patient.value(),
        day.toString());
  }

  void observed(Observation observation) throws SQLException {
    db.update(
        "INSERT INTO view_observation VALUES (?, ?, ?, ?, ?)",
        observation.id(),
        observation.patient().value(),
        observation.dose().value(),
        observation.cause().name(),
        observation.until().toString());
  }

  void observationEnded(String observation) throws SQLException {
    db.update("DELETE FROM view_observation WHERE id = ?", observation);
  }

  List<Observation> observations() throws SQLException {
    return db
        .list(
            "SELECT id, patient, dose, cause, until FROM view_observation",
            row ->
                new Observation(
                    row.getString(1),
                    new PatientId(row.getString(2)),
                    new DoseId(row.getString(3)),
                    Observation.Cause.valueOf(row.getString(4)),
                    Instant.parse(row.getString(5))))
        .stream()
        // Texts of instants are not in the order of their times.
        .sorted(Comparator.comparing(Observation::until).thenComparing(Observation::id))
        .toList();
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.codec.StepsText;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.eligibility.DoseDay;
import clinic.mmt.dispenser.domain.eligibility.Hold;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.store.RecentAnswers.On;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the views know of one patient's prescription, earlier doses, holds and traits. */
final class SqliteHistory {

  private static final String PAST =
      """
      SELECT d.day, part, micrograms, phase, ended_at, %s
      FROM view_dose d LEFT JOIN view_learnt l ON l.dose = d.id
      WHERE patient = ?1 AND guard IN ('OPEN', 'TAKEN') AND d.day >= coalesce(
        (SELECT max(day) FROM view_dose
         WHERE patient = ?1 AND guard IN ('OPEN', 'TAKEN') AND day < ?2 AND phase = 'CONSUMED'),
        '')
      ORDER BY d.day, part
      """
          .formatted(SecondDoseRows.LEARNT);

  private static final String OUTSIDE =
      """
      SELECT id, day, micrograms, strength, kind, confirmed, told_by, how, at FROM view_outside
      WHERE patient = ?1 AND day >= coalesce(
        (SELECT max(day) FROM view_outside WHERE patient = ?1 AND day < ?2 AND confirmed), '')
      ORDER BY day, id
      """;

  private final Db db;
  private final RecentAnswers recent;

  SqliteHistory(Db db, RecentAnswers recent) {
    this.db = db;
    this.recent = recent;
  }

  Optional<Prescription> prescription(PatientId patient, LocalDate day) {
    return recent.prescriptions.get(new On(patient, day), () -> readPrescription(patient, day));
  }

  private Optional<Prescription> readPrescription(PatientId patient, LocalDate day) {
    return list(
            """
            SELECT id, stage, steps, first_day, last_day, prescriber, signed_day, over_limits, ended,
              reason
            FROM view_prescription WHERE patient = ? AND first_day <= ?
            ORDER BY sequence DESC LIMIT 1
            """,
            row -> held(patient, row),
            patient.value(),
            day.toString())
        .stream()
        .flatMap(Optional::stream)
        .filter(prescription -> prescription.covers(day))
        .findFirst();
  }

  private static Optional<Prescription> held(PatientId patient, ResultSet row) throws SQLException {
    if (row.getInt(9) == 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Prescription(
            new PrescriptionId(row.getString(1)),
            patient,
            Stage.valueOf(row.getString(2)),
            StepsText.read(row.getString(3)),
            LocalDate.parse(row.getString(4)),
            LocalDate.parse(row.getString(5)),
            new Prescription.SignedBy(
                new StaffId(row.getString(6)),
                LocalDate.parse(row.getString(7)),
                row.getInt(8) == 1,
                row.getString(10))));
  }

  Traits traits(PatientId patient) {
    return recent.traits.get(patient, () -> readTraits(patient));
  }

  private Traits readTraits(PatientId patient) {
    return list(
            """
            SELECT birth_year, representative_consents, pregnant FROM view_traits
            WHERE patient = ?
            """,
            row ->
                new Traits(
                    row.getInt(1) == 0 ? Optional.empty() : Optional.of(row.getInt(1)),
                    row.getInt(2) == 1,
                    row.getInt(3) == 1),
            patient.value())
        .stream()
        .findFirst()
        .orElse(Traits.UNKNOWN);
  }

  List<PastDose> past(PatientId patient, LocalDate since) {
    return recent.past.get(
        new On(patient, since),
        () -> list(PAST, SqliteHistory::past, patient.value(), since.toString()));
  }

  private static PastDose past(ResultSet row) throws SQLException {
    return new PastDose(
        LocalDate.parse(row.getString(1)),
        new DosePart(row.getInt(2)),
        new Mass(row.getLong(3)),
        Phase.valueOf(row.getString(4)),
        SecondDoseRows.learnt(row, 6),
        instant(row.getString(5)));
  }

  List<OutsideDose> outside(PatientId patient, LocalDate since) {
    return recent.outside.get(
        new On(patient, since),
        () -> list(OUTSIDE, row -> outside(patient, row), patient.value(), since.toString()));
  }

  private static OutsideDose outside(PatientId patient, ResultSet row) throws SQLException {
    long strength = row.getLong(4);
    return new OutsideDose(
        row.getString(1),
        patient,
        LocalDate.parse(row.getString(2)),
        new Mass(row.getLong(3)),
        strength == 0 ? Optional.empty() : Optional.of(new Concentration(strength)),
        DoseDay.Kind.valueOf(row.getString(5)),
        new OutsideDose.Confirmation(row.getInt(6) == 1, row.getString(7), row.getString(8)),
        instant(row.getString(9)));
  }

  List<PlacedHold> holds(PatientId patient) {
    return recent.holds.get(patient, () -> readHolds(patient));
  }

  private List<PlacedHold> readHolds(PatientId patient) {
    return list(
        "SELECT id, made_by, reason, last_day FROM view_hold WHERE patient = ? ORDER BY rowid",
        row ->
            new PlacedHold(
                row.getString(1),
                patient,
                new Hold(row.getString(3), Hold.By.valueOf(row.getString(2))),
                row.getString(4).isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(row.getString(4)))),
        patient.value());
  }

  Set<String> released(PatientId patient, LocalDate day) {
    return recent.released.get(new On(patient, day), () -> readReleased(patient, day));
  }

  private Set<String> readReleased(PatientId patient, LocalDate day) {
    return Set.copyOf(
        list(
            "SELECT code FROM view_released WHERE patient = ? AND day = ?",
            row -> row.getString(1),
            patient.value(),
            day.toString()));
  }

  Learnt learnt(DoseId dose) {
    return ask(rows -> rows.learnt(dose));
  }

  List<DoseId> noted(LocalDate day) {
    return ask(rows -> rows.noted(day));
  }

  List<AddedDose> added(PatientId patient, LocalDate day) {
    return recent.added.get(new On(patient, day), () -> ask(rows -> rows.added(patient, day)));
  }

  List<Observation> observations() {
    return recent.observations.get("", () -> ask(SecondDoseRows::observations));
  }

  @FunctionalInterface
  private interface Asking<T> {
    T ask(SecondDoseRows rows) throws SQLException;
  }

  private <T> T ask(Asking<T> asking) {
    try {
      return asking.ask(new SecondDoseRows(db));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private static Optional<Instant> instant(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  private <T> List<T> list(String sql, Db.RowReader<T> reader, Object... values) {
    try {
      return List.copyOf(db.list(sql, reader, values));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.ImportReads;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.importing.Oddity;
import clinic.mmt.dispenser.domain.importing.TakenImport;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.prescription.Stage;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.quantity.Mass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imports as tables. An SQL error leaves as {@link StoreFailure}. */
final class SqliteImports implements ImportReads {

  private static final String ORDER =
      """
      SELECT id, import, line, patient, stage, micrograms, first_day, last_day, known_until,
        oddities, sequence
      FROM view_imported WHERE state = 'WAITING' AND\s""";

  private final Db db;

  SqliteImports(Db db) {
    this.db = db;
  }

  /** An order with the number of its entry. */
  record Row(ImportedOrder order, long sequence) {}

  void taken(Fact.ImportTaken fact, long sequence) {
    write("INSERT INTO view_import VALUES (?, ?, ?)", fact.imported(), fact.orders(), sequence);
  }

  void order(ImportedOrder order, long sequence) {
    write(
        "INSERT INTO view_imported VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)",
        order.id().value(),
        order.imported(),
        order.line(),
        order.patient().value(),
        order.stage().name(),
        order.dose().micrograms(),
        order.days().first().toString(),
        order.days().last().toString(),
        order.knownUntil().toString(),
        order.oddities().stream().map(Oddity::name).collect(Collectors.joining(",")),
        sequence);
  }

  void struck(PrescriptionId order) {
    write(
        "UPDATE view_imported SET state = 'STRUCK' WHERE id = ? AND state = 'WAITING'",
        order.value());
  }

  /** The rows that become prescriptions. */
  List<Row> signed(Fact.ImportSigned fact) {
    write(
        "INSERT INTO view_import_signed VALUES (?, ?)", fact.imported(), fact.prescriber().value());
    List<Row> rows = rows(fact.imported());
    write(
        "UPDATE view_imported SET state = 'SIGNED' WHERE import = ? AND state = 'WAITING'",
        fact.imported());
    return rows;
  }

  private List<Row> rows(String imported) {
    return list(ORDER + "import = ? ORDER BY line", SqliteImports::row, imported);
  }

  @Override
  public List<TakenImport> all() {
    return list(
        """
        SELECT i.id, i.orders, coalesce(s.prescriber, '')
        FROM view_import i LEFT JOIN view_import_signed s ON s.import = i.id ORDER BY i.sequence
        """,
        row ->
            new TakenImport(
                row.getString(1),
                row.getInt(2),
                row.getString(3).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new StaffId(row.getString(3)))));
  }

  @Override
  public List<ImportedOrder> waiting(String imported) {
    return rows(imported).stream().map(Row::order).toList();
  }

  @Override
  public Optional<ImportedOrder> waiting(PatientId patient) {
    return list(ORDER + "patient = ?", SqliteImports::row, patient.value()).stream()
        .map(Row::order)
        .findFirst();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new ImportedOrder(
            new PrescriptionId(row.getString(1)),
            row.getString(2),
            row.getInt(3),
            new PatientId(row.getString(4)),
            Stage.valueOf(row.getString(5)),
            new Mass(row.getLong(6)),
            new Prescription.Days(
                LocalDate.parse(row.getString(7)), LocalDate.parse(row.getString(8))),
            LocalDate.parse(row.getString(9)),
            oddities(row.getString(10))),
        row.getLong(11));
  }

  private static List<Oddity> oddities(String names) {
    return names.isEmpty()
        ? List.of()
        : Stream.of(names.split(",", -1)).map(Oddity::valueOf).toList();
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

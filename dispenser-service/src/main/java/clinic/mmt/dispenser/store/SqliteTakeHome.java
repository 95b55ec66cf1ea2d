package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.TakeHomeReads;
import clinic.mmt.dispenser.app.journal.TakeHomeViews;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.Criterion;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle.State;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Approvals and bottles of doses to take home, as tables. */
final class SqliteTakeHome implements TakeHomeViews, TakeHomeReads {

  private static final String BOTTLE =
      """
      SELECT label, patient, day, part, micrograms, batch, strength, microlitres, state
      FROM view_take_home WHERE\s""";

  private final Db db;
  private final RecentAnswers recent;

  SqliteTakeHome(Db db, RecentAnswers recent) {
    this.db = db;
    this.recent = recent;
  }

  @Override
  public void approved(Approval a) {
    write(
        "INSERT INTO view_take_home_approval VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        a.id(),
        a.patient().value(),
        a.from().toString(),
        a.to().toString(),
        a.days(),
        new TreeSet<>(a.ticked()).stream().map(Criterion::name).collect(Collectors.joining(",")),
        a.commitment(),
        a.emergency().map(Approval.Emergency::number).orElse(""),
        a.emergency().map(e -> e.day().toString()).orElse(""),
        a.emergency().map(e -> e.head().value()).orElse(""),
        a.by().value());
  }

  @Override
  public void approvalEnded(String approval) {
    write("DELETE FROM view_take_home_approval WHERE id = ?", approval);
  }

  @Override
  public void filled(TakeHomeBottle b) {
    write(
        "INSERT INTO view_take_home VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        b.label().value(),
        b.patient().value(),
        b.day().toString(),
        b.part().number(),
        b.dose().micrograms(),
        b.content().batch().value(),
        b.content().strength().microgramsPerMillilitre(),
        b.content().volume().microlitres(),
        b.state().name(),
        b.state().holdsItsPlace() ? 1 : 0,
        b.state().coversItsDay() ? 1 : 0);
  }

  @Override
  public void changed(BottleId label, State to) {
    write(
        "UPDATE view_take_home SET state = ?, place = ?, covers = ? WHERE label = ?",
        to.name(),
        to.holdsItsPlace() ? 1 : 0,
        to.coversItsDay() ? 1 : 0,
        label.value());
  }

  @Override
  public List<Approval> approvals(PatientId patient) {
    return list(
        """
        SELECT id, first_day, last_day, days, ticked, commitment, decision, decision_day,
          decision_head, doctor
        FROM view_take_home_approval WHERE patient = ? ORDER BY rowid
        """,
        row -> approval(patient, row),
        patient.value());
  }

  private static Approval approval(PatientId patient, ResultSet row) throws SQLException {
    String decision = row.getString(7);
    return new Approval(
        row.getString(1),
        patient,
        LocalDate.parse(row.getString(2)),
        LocalDate.parse(row.getString(3)),
        row.getInt(4),
        ticked(row.getString(5)),
        row.getString(6),
        decision.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Approval.Emergency(
                    decision, LocalDate.parse(row.getString(8)), new StaffId(row.getString(9)))),
        new StaffId(row.getString(10)));
  }

  private static Set<Criterion> ticked(String names) {
    return Stream.of(names.split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(Criterion::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Where nobody takes doses home, the file is not asked for every patient. */
  @Override
  public List<TakeHomeBottle> bottles(PatientId patient, LocalDate since) {
    boolean any =
        recent.takeHome.get(
            "", () -> !list("SELECT 1 FROM view_take_home LIMIT 1", row -> 1).isEmpty());
    return any
        ? recent.bottles.get(
            new RecentAnswers.On(patient, since), () -> readBottles(patient, since))
        : List.of();
  }

  private List<TakeHomeBottle> readBottles(PatientId patient, LocalDate since) {
    return list(
        BOTTLE + "patient = ? AND day >= ? ORDER BY day, part, label",
        SqliteTakeHome::bottle,
        patient.value(),
        since.toString());
  }

  @Override
  public Optional<TakeHomeBottle> bottle(BottleId label) {
    return list(BOTTLE + "label = ?", SqliteTakeHome::bottle, label.value()).stream().findFirst();
  }

  @Override
  public List<TakeHomeBottle> outstanding(BatchId batch) {
    return list(
        BOTTLE + "batch = ? AND state IN ('FILLED', 'HANDED_OVER') ORDER BY label",
        SqliteTakeHome::bottle,
        batch.value());
  }

  private static TakeHomeBottle bottle(ResultSet row) throws SQLException {
    return new TakeHomeBottle(
        new BottleId(row.getString(1)),
        new PatientId(row.getString(2)),
        LocalDate.parse(row.getString(3)),
        new DosePart(row.getInt(4)),
        new Mass(row.getLong(5)),
        new TakeHomeBottle.Content(
            new BatchId(row.getString(6)),
            new Concentration(row.getLong(7)),
            new Volume(row.getLong(8))),
        State.valueOf(row.getString(9)));
  }

  private <T> List<T> list(String sql, Db.RowReader<T> reader, Object... values) {
    try {
      return List.copyOf(db.list(sql, reader, values));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private void write(String sql, Object... values) {
    recent.forget();
    try {
      db.update(sql, values);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}

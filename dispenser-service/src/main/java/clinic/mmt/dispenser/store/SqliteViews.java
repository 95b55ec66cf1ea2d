package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.DegradedViews;
import clinic.mmt.dispenser.app.journal.DoorViews;
import clinic.mmt.dispenser.app.journal.EpisodeViews;
import clinic.mmt.dispenser.app.journal.TakeHomeViews;
import clinic.mmt.dispenser.app.journal.ViewWriter;
import clinic.mmt.dispenser.app.journal.codec.StepsText;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.Compared;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The views as tables. An SQL error leaves as {@link StoreFailure}. */
final class SqliteViews extends SqliteOversightViews implements ViewWriter {

  private final Db db;
  private final Recent recent;
  private final DoseRows doses;
  private final SecondDoseRows seconds;
  private final SqliteImports imports;
  private final SqliteDoor door;
  private final SqliteEpisodes episodes;
  private final SqliteIdentity identity;
  private final SqliteDegraded degraded;
  private final SqliteTakeHome takeHome;
  private final SqliteBottles stock;

  SqliteViews(Db db) {
    this(db, new Recent());
  }

  /** What is written is put among {@code recent} too. */
  SqliteViews(Db db, Recent recent) {
    super(db, recent);
    this.db = db;
    this.recent = recent;
    this.doses = new DoseRows(db);
    this.seconds = new SecondDoseRows(db);
    this.imports = new SqliteImports(db);
    this.door = new SqliteDoor(db);
    this.episodes = new SqliteEpisodes(db);
    this.identity = new SqliteIdentity(db);
    this.degraded = new SqliteDegraded(db, recent.answers());
    this.takeHome = new SqliteTakeHome(db, recent.answers());
    this.stock = new SqliteBottles(db);
  }

  @Override
  public void opened(Fact.JournalOpened fact) {
    write("INSERT INTO view_opened VALUES (1, ?, ?, ?)", fact.clinic(), fact.mode(), fact.zone());
  }

  @Override
  public void dayBegan(LocalDate day) {
    write(
        """
        INSERT INTO view_day VALUES (1, ?)
        ON CONFLICT (only) DO UPDATE SET day = max(day, excluded.day)
        """,
        day.toString());
  }

  @Override
  public void staff(StaffId staff, Set<Role> roles) {
    String sorted = new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(","));
    write(
        "INSERT INTO view_staff VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET roles = excluded.roles",
        staff.value(),
        sorted);
  }

  @Override
  public void patient(PatientId patient, long sequence) {
    write("INSERT INTO view_patient VALUES (?, ?)", patient.value(), sequence);
  }

  @Override
  public void prescription(Prescription prescription, long sequence) {
    write(
        "INSERT INTO view_prescription VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
        prescription.id().value(),
        prescription.patient().value(),
        prescription.stage().name(),
        StepsText.write(prescription.steps()),
        prescription.firstDay().toString(),
        prescription.lastDay().toString(),
        prescription.signature().prescriber().value(),
        prescription.signature().day().toString(),
        prescription.signature().overLimits() ? 1 : 0,
        prescription.signature().reason(),
        sequence);
  }

  @Override
  public void prescriptionEnded(PrescriptionId prescription) {
    write("UPDATE view_prescription SET ended = 1 WHERE id = ?", prescription.value());
  }

  @Override
  public void importTaken(Fact.ImportTaken fact, long sequence) {
    imports.taken(fact, sequence);
  }

  @Override
  public void orderImported(ImportedOrder order, long sequence) {
    imports.order(order, sequence);
  }

  @Override
  public void orderStruck(PrescriptionId order) {
    imports.struck(order);
  }

  @Override
  public void importSigned(Fact.ImportSigned fact) {
    imports
        .signed(fact)
        .forEach(row -> prescription(row.order().activated(fact.prescriber()), row.sequence()));
  }

  @Override
  public void traits(PatientId patient, Traits traits) {
    write("DELETE FROM view_traits WHERE patient = ?", patient.value());
    write(
        "INSERT INTO view_traits VALUES (?, ?, ?, ?)",
        patient.value(),
        traits.birthYear().orElse(0),
        traits.representativeConsents() ? 1 : 0,
        traits.pregnant() ? 1 : 0);
  }

  @Override
  public void outside(OutsideDose dose) {
    write("DELETE FROM view_outside WHERE id = ?", dose.id());
    write(
        "INSERT INTO view_outside VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        dose.id(),
        dose.patient().value(),
        dose.day().toString(),
        dose.dose().micrograms(),
        dose.strength().map(Concentration::microgramsPerMillilitre).orElse(0L),
        dose.kind().name(),
        dose.confirmation().confirmed() ? 1 : 0,
        dose.confirmation().by(),
        dose.confirmation().how(),
        dose.at().map(Instant::toString).orElse(""));
  }

  @Override
  public void hold(PlacedHold placed) {
    write(
        "INSERT INTO view_hold VALUES (?, ?, ?, ?, ?)",
        placed.id(),
        placed.patient().value(),
        placed.hold().by().name(),
        placed.hold().reason(),
        placed.lastDay().map(LocalDate::toString).orElse(""));
  }

  @Override
  public void holdLifted(String hold) {
    write("DELETE FROM view_hold WHERE id = ?", hold);
  }

  @Override
  public void released(PatientId patient, LocalDate day, Set<String> codes) {
    for (String code : new TreeSet<>(codes)) {
      write(
          "INSERT INTO view_released VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
          patient.value(),
          day.toString(),
          code);
    }
  }

  @Override
  public void learnt(DoseId dose, Learnt more) {
    write(rows -> rows.learnt(dose, rows.learnt(dose).and(more)));
  }

  @Override
  public void added(AddedDose order) {
    write(rows -> rows.added(order));
  }

  @Override
  public void observed(Observation observation) {
    write(rows -> rows.observed(observation));
  }

  @Override
  public void observationEnded(String observation) {
    write(rows -> rows.observationEnded(observation));
  }

  @Override
  public DoorViews door() {
    return door;
  }

  @Override
  public TakeHomeViews takeHome() {
    return takeHome;
  }

  @Override
  public SqliteBottles stock() {
    return stock;
  }

  @Override
  public EpisodeViews episodes() {
    return episodes;
  }

  @Override
  public SqliteIdentity identity() {
    return identity;
  }

  @Override
  public DegradedViews degraded() {
    return degraded;
  }

  @Override
  public void batch(Batch batch) {
    write("DELETE FROM view_batch WHERE id = ?", batch.id().value());
    write(
        "INSERT INTO view_batch VALUES (?, ?, ?)",
        batch.id().value(),
        batch.concentration().microgramsPerMillilitre(),
        batch.density().map(Density::microgramsPerMillilitre).orElse(0L));
  }

  @Override
  public void compared(BatchId batch, Compared compared, boolean stopped) {
    write(
        """
        INSERT INTO view_compared VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (batch, dose) DO UPDATE SET expected = excluded.expected,
          weighed = excluded.weighed, stopped = excluded.stopped
        """,
        batch.value(),
        compared.dose().value(),
        compared.expected().microlitres(),
        compared.weighed().microlitres(),
        stopped ? 1 : 0);
  }

  @Override
  public void remeasured(BatchId batch, Optional<Density> density) {
    write("DELETE FROM view_compared WHERE batch = ?", batch.value());
    density.map(Density::microgramsPerMillilitre).ifPresent(value -> density(batch, value));
  }

  private void density(BatchId batch, long microgramsPerMillilitre) {
    write("UPDATE view_batch SET density = ? WHERE id = ?", microgramsPerMillilitre, batch.value());
    write(
        "UPDATE view_mounted SET density = ? WHERE batch = ?",
        microgramsPerMillilitre,
        batch.value());
  }

  @Override
  public void mounted(StationId station, MountedBottle mounted) {
    write("DELETE FROM view_mounted WHERE station = ?", station.value());
    write(
        "INSERT INTO view_mounted VALUES (?, ?, ?, ?, ?, ?, ?)",
        station.value(),
        mounted.bottle().value(),
        mounted.batch().value(),
        mounted.concentration().microgramsPerMillilitre(),
        mounted.density().map(Density::microgramsPerMillilitre).orElse(0L),
        mounted.container().map(Volume::microlitres).orElse(0L),
        mounted.labelled().map(known -> known.until().toString()).orElse(""));
  }

  @Override
  public void unmounted(StationId station, BottleId bottle) {
    write(
        "DELETE FROM view_mounted WHERE station = ? AND bottle = ?",
        station.value(),
        bottle.value());
  }

  @Override
  public void checked(StationId station, LocalDate day, boolean passed) {
    write(
        """
        INSERT INTO view_check VALUES (?, ?, ?)
        ON CONFLICT (station, day) DO UPDATE SET passed = excluded.passed
        """,
        station.value(),
        day.toString(),
        passed ? 1 : 0);
  }

  @Override
  public void dose(State state, long sequence) {
    recent.answers().moved(state);
    try {
      doses.write(recent.dose(state.dose().id()), state, sequence);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
    recent.dose(state);
  }

  @Override
  public void owed(Fact.SignatureOwed fact, long sequence) {
    write(
        "INSERT INTO view_owed VALUES (?, ?, ?, ?, ?, ?)",
        fact.act(),
        fact.kind(),
        fact.digest(),
        fact.first().value(),
        fact.due().toString(),
        sequence);
  }

  @Override
  public void signed(String act) {
    write("DELETE FROM view_owed WHERE act = ?", act);
  }

  @Override
  public void balance(Account account, BatchId batch, Volume change) {
    writeAlone(
        """
        INSERT INTO view_balance VALUES (?, ?, ?, ?)
        ON CONFLICT (batch, kind, of) DO UPDATE SET microlitres = microlitres + excluded.microlitres
        """,
        account.kind().name(),
        account.of(),
        batch.value(),
        change.microlitres());
    recent.added(account, batch, change);
  }

  @FunctionalInterface
  private interface Writing {
    void write(SecondDoseRows rows) throws SQLException;
  }

  private void write(Writing writing) {
    recent.answers().forget();
    try {
      writing.write(seconds);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  /** Writes what may be any answer that was given before. */
  private void write(String sql, Object... values) {
    recent.answers().forget();
    writeAlone(sql, values);
  }

  /** Writes what is no answer that is kept, or what was told to the answers by itself. */
  private void writeAlone(String sql, Object... values) {
    try {
      db.update(sql, values);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}

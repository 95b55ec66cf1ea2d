package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.CommandRecord;
import clinic.mmt.dispenser.app.journal.DegradedReads;
import clinic.mmt.dispenser.app.journal.DoorReads;
import clinic.mmt.dispenser.app.journal.Due;
import clinic.mmt.dispenser.app.journal.EpisodeReads;
import clinic.mmt.dispenser.app.journal.GuestReads;
import clinic.mmt.dispenser.app.journal.ImportReads;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.app.journal.TakeHomeReads;
import clinic.mmt.dispenser.app.journal.WitnessReads;
import clinic.mmt.dispenser.app.journal.codec.DoseText;
import clinic.mmt.dispenser.domain.dispense.Compared;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.FirstDoses;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.patient.PatientId;
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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The views read by key. An SQL error leaves as {@link StoreFailure}. */
final class SqliteReads extends SqlitePatientReads {

  static final String STATE = "SELECT id, station, phase, dose FROM view_dose WHERE ";

  private static final String DOSE = STATE + "id = ?";

  private final Db db;
  private final Recent recent;
  private final SqliteDoor door;
  private final SqliteEpisodes episodes;
  private final SqliteIdentity identity;
  private final SqliteDegraded degraded;
  private final SqliteTakeHome takeHome;
  private final SqliteGuests guests;
  private final SqlitePacks packs;
  private final SqliteBottles stock;

  /** Reads everything from the tables, for a short look. */
  SqliteReads(Db db) {
    this(db, new Recent());
  }

  /** Reads what is not among {@code recent}, and puts it there. */
  SqliteReads(Db db, Recent recent) {
    super(db, recent);
    this.db = db;
    this.recent = recent;
    this.door = new SqliteDoor(db);
    this.episodes = new SqliteEpisodes(db);
    this.identity = new SqliteIdentity(db);
    this.degraded = new SqliteDegraded(db, recent.answers());
    this.takeHome = new SqliteTakeHome(db, recent.answers());
    this.guests = new SqliteGuests(db, recent.answers());
    this.packs = new SqlitePacks(db, recent.answers());
    this.stock = new SqliteBottles(db);
  }

  @Override
  public Optional<Fact.JournalOpened> opened() {
    return first(
        "SELECT clinic, mode, zone FROM view_opened",
        row -> new Fact.JournalOpened(row.getString(1), row.getString(2), row.getString(3)));
  }

  @Override
  public Optional<LocalDate> latestDay() {
    return first("SELECT day FROM view_day", row -> LocalDate.parse(row.getString(1)));
  }

  Optional<Dose> doseBefore(DoseId dose) {
    return dose(dose).map(State::dose);
  }

  @Override
  public Optional<State> dose(DoseId dose) {
    Optional<State> known = recent.dose(dose);
    if (known.isPresent()) {
      return known;
    }
    Optional<State> found = first(DOSE, SqliteReads::state, dose.value());
    found.ifPresent(recent::dose);
    return found;
  }

  @Override
  public Optional<State> openOrTaken(PatientId patient, LocalDate day, DosePart part) {
    RecentAnswers.Part asked = new RecentAnswers.Part(patient, day, part);
    if (recent.answers().free.knows(asked)) {
      return Optional.empty();
    }
    Optional<State> found =
        first(
            STATE + "patient = ? AND day = ? AND part = ? AND guard IN ('OPEN', 'TAKEN')",
            SqliteReads::state,
            patient.value(),
            day.toString(),
            part.number());
    if (found.isEmpty()) {
      recent.answers().free.put(asked, true);
    }
    return found;
  }

  @Override
  public Optional<DoseId> latestFreed(PatientId patient, LocalDate day, DosePart part) {
    return first(
        """
        SELECT id FROM view_dose
        WHERE patient = ? AND day = ? AND part = ? AND phase IN ('VOIDED', 'DISCARDED', 'REFUSED')
        ORDER BY since DESC LIMIT 1
        """,
        row -> new DoseId(row.getString(1)),
        patient.value(),
        day.toString(),
        part.number());
  }

  @Override
  public Optional<State> lastTaken(PatientId patient, LocalDate day) {
    return first(
        STATE + "patient = ? AND day < ? AND guard = 'TAKEN' ORDER BY day DESC LIMIT 1",
        SqliteReads::state,
        patient.value(),
        day.toString());
  }

  @Override
  public List<Due> due(LocalDate day) {
    return list(
        """
        SELECT p.id, coalesce((SELECT d.phase FROM view_dose d
            WHERE d.patient = p.id AND d.day = ? ORDER BY d.since DESC LIMIT 1), '')
        FROM view_patient p
        WHERE (SELECT r.ended = 0 AND r.last_day >= ? FROM view_prescription r
            WHERE r.patient = p.id AND r.first_day <= ? ORDER BY r.sequence DESC LIMIT 1)
        ORDER BY p.sequence
        """,
        row -> new Due(new PatientId(row.getString(1)), phase(row.getString(2))),
        day.toString(),
        day.toString(),
        day.toString());
  }

  private static Optional<Phase> phase(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(Phase.valueOf(name));
  }

  @Override
  public List<State> atStation(StationId station) {
    return list(
        STATE + "station = ? AND lane <> 'NONE' ORDER BY lane",
        SqliteReads::state,
        station.value());
  }

  @Override
  public List<State> unended() {
    return list(STATE + "ended = 0 ORDER BY rowid", SqliteReads::state);
  }

  @Override
  public DoorReads door() {
    return door;
  }

  @Override
  public TakeHomeReads takeHome() {
    return takeHome;
  }

  @Override
  public EpisodeReads episodes() {
    return episodes;
  }

  @Override
  public SqliteIdentity identity() {
    return identity;
  }

  @Override
  public StockReads stock() {
    return stock;
  }

  @Override
  public GuestReads guests() {
    return guests;
  }

  @Override
  public SqlitePacks packs() {
    return packs;
  }

  @Override
  public WitnessReads witness() {
    return new SqliteWitness(db);
  }

  @Override
  public DegradedReads degraded() {
    return degraded;
  }

  @Override
  public ImportReads imports() {
    return new SqliteImports(db);
  }

  @Override
  public List<PatientId> patients() {
    return list(
        "SELECT id FROM view_patient ORDER BY sequence", row -> new PatientId(row.getString(1)));
  }

  @Override
  public boolean registered(PatientId patient) {
    return first("SELECT 1 FROM view_patient WHERE id = ?", row -> true, patient.value())
        .orElse(false);
  }

  @Override
  public Optional<Batch> batch(BatchId batch) {
    return first(
        "SELECT concentration, density FROM view_batch WHERE id = ?",
        row -> new Batch(batch, new Concentration(row.getLong(1)), density(row.getLong(2))),
        batch.value());
  }

  @Override
  public FirstDoses.Known firstDoses(BatchId batch) {
    return recent.answers().firstDoses.get(batch, () -> readFirstDoses(batch));
  }

  private FirstDoses.Known readFirstDoses(BatchId batch) {
    List<FirstDoses.Judged> rows =
        list(
            "SELECT dose, expected, weighed, stopped FROM view_compared"
                + " WHERE batch = ? ORDER BY rowid",
            row ->
                new FirstDoses.Judged(
                    new Compared(
                        new DoseId(row.getString(1)),
                        new Volume(row.getLong(2)),
                        new Volume(row.getLong(3))),
                    row.getInt(4) == 1),
            batch.value());
    return new FirstDoses.Known(
        rows.stream().map(FirstDoses.Judged::dose).toList(),
        rows.stream().anyMatch(FirstDoses.Judged::stopped));
  }

  @Override
  public Optional<MountedBottle> mounted(StationId station) {
    return recent.answers().mounted.get(station, () -> readMounted(station));
  }

  private Optional<MountedBottle> readMounted(StationId station) {
    return first(
        "SELECT bottle, batch, concentration, density, container, until FROM view_mounted WHERE station = ?",
        row ->
            new MountedBottle(
                new BottleId(row.getString(1)),
                new BatchId(row.getString(2)),
                new Concentration(row.getLong(3)),
                density(row.getLong(4)),
                labelled(row.getLong(5), row.getString(6))),
        station.value());
  }

  @Override
  public Volume balance(Account account, BatchId batch) {
    Optional<Volume> known = recent.balance(account, batch);
    if (known.isPresent()) {
      return known.get();
    }
    Volume found =
        first(
                "SELECT microlitres FROM view_balance WHERE kind = ? AND of = ? AND batch = ?",
                row -> new Volume(row.getLong(1)),
                account.kind().name(),
                account.of(),
                batch.value())
            .orElse(Volume.ZERO);
    recent.balance(account, batch, found);
    return found;
  }

  @Override
  public Set<Role> roles(StaffId staff) {
    return first(
            "SELECT roles FROM view_staff WHERE id = ?",
            row -> roles(row.getString(1)),
            staff.value())
        .orElse(Set.of());
  }

  @Override
  public boolean checked(StationId station, LocalDate day) {
    return first(
            "SELECT passed FROM view_check WHERE station = ? AND day = ?",
            row -> row.getInt(1) == 1,
            station.value(),
            day.toString())
        .orElse(false);
  }

  @Override
  public Optional<CommandRecord> command(String id) {
    return first(
        "SELECT body_hash, answer FROM command WHERE id = ?",
        row -> new CommandRecord(id, row.getString(1), row.getString(2)),
        id);
  }

  @Override
  public List<Fact.SignatureOwed> owed() {
    return list(
        "SELECT act, kind, digest, first, due FROM view_owed ORDER BY sequence",
        row ->
            new Fact.SignatureOwed(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                new StaffId(row.getString(4)),
                LocalDate.parse(row.getString(5))));
  }

  /** Of id, station, phase and dose, in this order. */
  static State state(ResultSet row) throws SQLException {
    DoseId id = new DoseId(row.getString(1));
    StationId station = new StationId(row.getString(2));
    return State.of(Phase.valueOf(row.getString(3)), DoseText.read(id, station, row.getString(4)));
  }

  private static Optional<MountedBottle.Labelled> labelled(long microlitres, String until) {
    return until.isEmpty()
        ? Optional.empty()
        : Optional.of(new MountedBottle.Labelled(new Volume(microlitres), LocalDate.parse(until)));
  }

  private static Optional<Density> density(long microgramsPerMillilitre) {
    return microgramsPerMillilitre == 0
        ? Optional.empty()
        : Optional.of(new Density(microgramsPerMillilitre));
  }

  private static Set<Role> roles(String names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (List.of(names.split(",", -1)).contains(role.name())) {
        roles.add(role);
      }
    }
    return Set.copyOf(roles);
  }

  private <T> Optional<T> first(String sql, Db.RowReader<T> reader, Object... values) {
    try {
      return db.first(sql, reader, values);
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

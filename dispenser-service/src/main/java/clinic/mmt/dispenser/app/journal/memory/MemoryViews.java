package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.CommandRecord;
import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.Due;
import clinic.mmt.dispenser.app.journal.PackReads;
import clinic.mmt.dispenser.app.journal.memory.MemoryDoses.Row;
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
import clinic.mmt.dispenser.domain.prescription.Prescription;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The views as maps, with the constraints of the durable store. */
class MemoryViews extends MemoryHistory {

  private final UndoMap<String, Fact.JournalOpened> opened = new UndoMap<>(undo);
  private final UndoMap<StaffId, Set<Role>> staff = new UndoMap<>(undo);
  private final UndoMap<PatientId, Long> patients = new UndoMap<>(undo);
  private final UndoMap<PrescriptionId, Signed> prescriptions = new UndoMap<>(undo);
  private final MemoryIdentity identity = new MemoryIdentity(undo);

  private final MemoryDoses doses = new MemoryDoses(undo);
  private final UndoMap<String, Owed> owed = new UndoMap<>(undo);
  private final UndoMap<String, CommandRecord> commands = new UndoMap<>(undo);

  // Indexes over doses that matter for a decision, so that reads by key stay reads by key.
  private final UndoMap<PartKey, DoseId> guarded = new UndoMap<>(undo);
  private final UndoMap<LaneKey, DoseId> lanes = new UndoMap<>(undo);
  private final UndoMap<PatientId, List<Begins>> byPatient = new UndoMap<>(undo);

  private record Signed(Prescription prescription, long sequence, boolean ended) {}

  /** From when on a prescription matters. */
  private record Begins(PrescriptionId prescription, LocalDate firstDay, long sequence) {}

  private record PartKey(PatientId patient, LocalDate day, DosePart part) {}

  private record Owed(Fact.SignatureOwed fact, long sequence) {}

  private record LaneKey(StationId station, Phase.Lane lane) {}

  /** All tables that follow from the journal; equal ones have equal views. */
  List<Object> derived() {
    return List.of(
        derivedHistory(),
        opened,
        staff,
        patients,
        prescriptions,
        identity.derived(),
        doses.derived(),
        owed,
        guarded,
        lanes);
  }

  void remember(CommandRecord command) {
    if (commands.has(command.id())) {
      throw new ConstraintBroken(Constraints.COMMAND_ONCE);
    }
    commands.put(command.id(), command);
  }

  /** Forgets all remembered commands: nobody repeats one of them any more. */
  void forgetCommands() {
    commands.clear();
  }

  @Override
  List<PackReads.Moved> movedSince(long sequence) {
    return doses.movedSince(sequence);
  }

  @Override
  List<State> dosesOfDays(LocalDate from, LocalDate to) {
    return doses.ofDays(from, to);
  }

  // Writing.

  @Override
  public void opened(Fact.JournalOpened fact) {
    if (opened.has("")) {
      throw new ConstraintBroken(Constraints.OPENED_ONCE);
    }
    opened.put("", fact);
  }

  @Override
  public void staff(StaffId id, Set<Role> roles) {
    staff.put(id, Set.copyOf(roles));
  }

  @Override
  public void patient(PatientId patient, long sequence) {
    if (patients.has(patient)) {
      throw new ConstraintBroken(Constraints.PATIENT_REGISTERED_ONCE);
    }
    patients.put(patient, sequence);
  }

  @Override
  public void prescription(Prescription prescription, long sequence) {
    if (prescriptions.has(prescription.id())) {
      throw new ConstraintBroken(Constraints.PRESCRIPTION_SIGNED_ONCE);
    }
    prescriptions.put(prescription.id(), new Signed(prescription, sequence, false));
    List<Begins> all = new ArrayList<>(byPatient.get(prescription.patient()).orElse(List.of()));
    all.add(new Begins(prescription.id(), prescription.firstDay(), sequence));
    all.sort(Comparator.comparingLong(Begins::sequence).reversed());
    byPatient.put(prescription.patient(), List.copyOf(all));
  }

  @Override
  public void prescriptionEnded(PrescriptionId id) {
    prescriptions
        .get(id)
        .ifPresent(
            row -> prescriptions.put(id, new Signed(row.prescription(), row.sequence(), true)));
  }

  @Override
  public void batch(Batch batch) {
    stock.batch(batch);
  }

  @Override
  public void compared(BatchId batch, Compared compared, boolean stopped) {
    stock.compared(batch, compared, stopped);
  }

  @Override
  public void remeasured(BatchId batch, Optional<Density> density) {
    stock.remeasured(batch, density);
  }

  @Override
  public void mounted(StationId station, MountedBottle bottle) {
    stock.mounted(station, bottle);
  }

  @Override
  public void unmounted(StationId station, BottleId bottle) {
    stock.unmounted(station, bottle);
  }

  @Override
  public void checked(StationId station, LocalDate day, boolean passed) {
    stock.checked(station, day, passed);
  }

  @Override
  public void dose(State state, long sequence) {
    Dose dose = state.dose();
    PartKey part = new PartKey(dose.patient(), dose.day(), dose.part());
    Optional<Row> before = doses.get(dose.id());
    before.ifPresent(row -> leave(row, part));
    enter(state, part);
    doses.put(before, state, sequence);
    if (before.isEmpty()) {
      added(state);
    } else {
      changed(state);
    }
  }

  private void leave(Row row, PartKey part) {
    Dose dose = row.state().dose();
    if (!part.equals(new PartKey(dose.patient(), dose.day(), dose.part()))) {
      throw new ConstraintBroken(Constraints.DOSE_KEEPS_ITS_PART);
    }
    if (row.state().phase().guard() != Phase.Guard.FREE) {
      guarded.remove(part);
    }
    if (row.state().phase().lane() != Phase.Lane.NONE) {
      lanes.remove(new LaneKey(dose.station(), row.state().phase().lane()));
    }
  }

  private void enter(State state, PartKey part) {
    Phase phase = state.phase();
    DoseId id = state.dose().id();
    if (phase.guard() != Phase.Guard.FREE) {
      claim(guarded, part, id, Constraints.ONE_OPEN_OR_TAKEN_DOSE_PER_PART);
    }
    if (phase.lane() != Phase.Lane.NONE) {
      LaneKey lane = new LaneKey(state.dose().station(), phase.lane());
      claim(lanes, lane, id, Constraints.ONE_DOSE_PER_LANE);
    }
  }

  /** Takes a place that only one dose may have. */
  <K> void claim(UndoMap<K, DoseId> index, K key, DoseId id, String constraint) {
    if (index.has(key)) {
      throw new ConstraintBroken(constraint);
    }
    index.put(key, id);
  }

  @Override
  public void owed(Fact.SignatureOwed fact, long sequence) {
    if (owed.has(fact.act())) {
      throw new ConstraintBroken(Constraints.ACT_OWED_ONCE);
    }
    owed.put(fact.act(), new Owed(fact, sequence));
  }

  @Override
  public void signed(String act) {
    owed.remove(act);
  }

  @Override
  public void balance(Account account, BatchId batch, Volume change) {
    stock.balance(account, batch, change);
  }

  // Reading.

  @Override
  public Optional<Fact.JournalOpened> opened() {
    return opened.get("");
  }

  Optional<Dose> doseBefore(DoseId dose) {
    return doses.get(dose).map(row -> row.state().dose());
  }

  @Override
  public Optional<State> dose(DoseId dose) {
    return doses.get(dose).map(Row::state);
  }

  @Override
  public Optional<State> openOrTaken(PatientId patient, LocalDate day, DosePart part) {
    return guarded.get(new PartKey(patient, day, part)).flatMap(this::dose);
  }

  @Override
  public Optional<DoseId> latestFreed(PatientId patient, LocalDate day, DosePart part) {
    return ofDay(patient, day)
        .filter(row -> row.state().dose().part().equals(part))
        .filter(row -> freed(row.state().phase()))
        .max(Comparator.comparingLong(Row::since))
        .map(row -> row.state().dose().id());
  }

  private Stream<Row> ofDay(PatientId patient, LocalDate day) {
    return course(patient)
        .dropWhile(c -> c.day().isAfter(day))
        .takeWhile(c -> c.day().equals(day))
        .flatMap(c -> doses.get(c.dose()).stream());
  }

  @Override
  public Optional<State> lastTaken(PatientId patient, LocalDate day) {
    return course(patient)
        .filter(c -> c.day().isBefore(day))
        .flatMap(c -> dose(c.dose()).stream())
        .filter(s -> s.phase().guard() == Phase.Guard.TAKEN)
        .findFirst();
  }

  @Override
  public List<Due> due(LocalDate day) {
    return patients.entries().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .filter(patient -> prescription(patient, day).isPresent())
        .map(patient -> new Due(patient, phaseOf(patient, day)))
        .toList();
  }

  private Optional<Phase> phaseOf(PatientId patient, LocalDate day) {
    return ofDay(patient, day)
        .max(Comparator.comparingLong(Row::since))
        .map(row -> row.state().phase());
  }

  private static boolean freed(Phase phase) {
    return phase == Phase.VOIDED || phase == Phase.DISCARDED || phase == Phase.REFUSED;
  }

  @Override
  public List<State> atStation(StationId station) {
    List<State> found = new ArrayList<>();
    for (Phase.Lane lane : List.of(Phase.Lane.SCALE, Phase.Lane.WATCHED)) {
      lanes.get(new LaneKey(station, lane)).flatMap(this::dose).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  @Override
  public List<State> unended() {
    return doses.open().stream().map(Row::state).toList();
  }

  @Override
  public Optional<Prescription> prescription(PatientId patient, LocalDate day) {
    // The one signed last of those that have begun.
    for (Begins one : byPatient.get(patient).orElse(List.of())) {
      if (!one.firstDay().isAfter(day)) {
        return prescriptions
            .get(one.prescription())
            .filter(row -> !row.ended() && row.prescription().covers(day))
            .map(Signed::prescription);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<PatientId> patients() {
    return patients.entries().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public boolean registered(PatientId patient) {
    return patients.has(patient);
  }

  @Override
  public Optional<Batch> batch(BatchId batch) {
    return stock.batch(batch);
  }

  @Override
  public FirstDoses.Known firstDoses(BatchId batch) {
    return stock.firstDoses(batch);
  }

  @Override
  public Optional<MountedBottle> mounted(StationId station) {
    return stock.mounted(station);
  }

  @Override
  public Volume balance(Account account, BatchId batch) {
    return stock.balance(account, batch);
  }

  @Override
  public Set<Role> roles(StaffId id) {
    return staff.get(id).orElse(Set.of());
  }

  @Override
  public boolean checked(StationId station, LocalDate day) {
    return stock.checked(station, day);
  }

  @Override
  public MemoryIdentity identity() {
    return identity;
  }

  @Override
  public Optional<CommandRecord> command(String id) {
    return commands.get(id);
  }

  @Override
  public List<Fact.SignatureOwed> owed() {
    return owed.values().stream()
        .sorted(Comparator.comparingLong(Owed::sequence))
        .map(Owed::fact)
        .toList();
  }
}

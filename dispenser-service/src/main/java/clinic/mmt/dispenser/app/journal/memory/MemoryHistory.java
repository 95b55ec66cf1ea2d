package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.ImportReads;
import clinic.mmt.dispenser.app.journal.PackReads;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.eligibility.OutsideDose;
import clinic.mmt.dispenser.domain.eligibility.PastDose;
import clinic.mmt.dispenser.domain.eligibility.PlacedHold;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.importing.ImportedOrder;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Traits;
import clinic.mmt.dispenser.domain.prescription.PrescriptionId;
import clinic.mmt.quantity.Mass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The part of the views that knows one patient's earlier doses, holds and traits. */
abstract class MemoryHistory extends MemoryOversight {

  private final UndoMap<String, LocalDate> days = new UndoMap<>(undo);
  private final UndoMap<PatientId, Traits> traits = new UndoMap<>(undo);
  private final UndoMap<PatientId, List<OutsideDose>> outside = new UndoMap<>(undo);
  private final UndoMap<String, PlacedHold> holds = new UndoMap<>(undo);
  private final UndoMap<PatientId, List<String>> holdsOf = new UndoMap<>(undo);
  private final UndoMap<PatientDay, Set<String>> released = new UndoMap<>(undo);
  private final UndoMap<DoseId, Learnt> learnt = new UndoMap<>(undo);
  private final UndoMap<PartOfDay, AddedDose> added = new UndoMap<>(undo);
  private final UndoMap<String, Observation> observations = new UndoMap<>(undo);
  private final UndoMap<PatientId, Course> courses = new UndoMap<>(undo);
  private final MemoryDoor door = new MemoryDoor(undo);
  private final MemoryEpisodes episodes = new MemoryEpisodes(undo);
  private final MemoryDegraded degraded = new MemoryDegraded(undo);
  private final MemoryGuests guests = new MemoryGuests(undo);
  private final MemoryPacks packs =
      new MemoryPacks(undo, sequence -> movedSince(sequence), (from, to) -> dosesOfDays(from, to));

  private final MemoryWitness witness = new MemoryWitness(undo);
  private final MemoryOutgoing outgoing = new MemoryOutgoing(undo);

  private final MemoryTakeHome takeHome =
      new MemoryTakeHome(undo, b -> openOrTaken(b.patient(), b.day(), b.part()).isPresent());

  private final MemoryImports imports = new MemoryImports(undo);

  /** What was asked of a patient last. */
  private final Map<PatientId, Answered> answered = new HashMap<>();

  private record PatientDay(PatientId patient, LocalDate day) {}

  private record PartOfDay(PatientId patient, LocalDate day, DosePart part) {}

  UndoMap.Undo undo() {
    return undo;
  }

  List<Object> derivedHistory() {
    return List.of(
        days,
        traits,
        outside,
        holds,
        released,
        learnt,
        added,
        observations,
        imports.derived(),
        derivedOversight(),
        door.derived(),
        episodes.derived(),
        degraded.derived(),
        takeHome.derived(),
        guests.derived(),
        packs.derived(),
        witness.derived(),
        outgoing.derived());
  }

  @Override
  public void dayBegan(LocalDate day) {
    if (latestDay().map(day::isAfter).orElse(true)) {
      days.put("", day);
    }
  }

  @Override
  public Optional<LocalDate> latestDay() {
    return days.get("");
  }

  @Override
  public void traits(PatientId patient, Traits noted) {
    traits.put(patient, noted);
  }

  @Override
  public Traits traits(PatientId patient) {
    return traits.get(patient).orElse(Traits.UNKNOWN);
  }

  @Override
  public void outside(OutsideDose dose) {
    List<OutsideDose> longer = new ArrayList<>(outside.get(dose.patient()).orElse(List.of()));
    longer.removeIf(other -> other.id().equals(dose.id()));
    longer.add(dose);
    outside.put(dose.patient(), List.copyOf(longer));
  }

  @Override
  public List<OutsideDose> outside(PatientId patient, LocalDate since) {
    List<OutsideDose> all = outside.get(patient).orElse(List.of());
    if (all.isEmpty()) {
      return all;
    }
    LocalDate from =
        all.stream()
            .filter(dose -> dose.day().isBefore(since) && dose.confirmation().confirmed())
            .map(OutsideDose::day)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    return all.stream()
        .filter(dose -> !dose.day().isBefore(from))
        .sorted(Comparator.comparing(OutsideDose::day).thenComparing(OutsideDose::id))
        .toList();
  }

  @Override
  public ImportReads imports() {
    return imports;
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
  public void hold(PlacedHold placed) {
    if (holds.has(placed.id())) {
      throw new ConstraintBroken(Constraints.HOLD_PLACED_ONCE);
    }
    holds.put(placed.id(), placed);
    List<String> longer = new ArrayList<>(holdsOf.get(placed.patient()).orElse(List.of()));
    longer.add(placed.id());
    holdsOf.put(placed.patient(), List.copyOf(longer));
  }

  @Override
  public void holdLifted(String hold) {
    if (holds.has(hold)) {
      holds.remove(hold);
    }
  }

  @Override
  public List<PlacedHold> holds(PatientId patient) {
    return holdsOf.get(patient).orElse(List.of()).stream()
        .flatMap(id -> holds.get(id).stream())
        .toList();
  }

  @Override
  public void released(PatientId patient, LocalDate day, Set<String> codes) {
    Set<String> more = new HashSet<>(released(patient, day));
    more.addAll(codes);
    released.put(new PatientDay(patient, day), Set.copyOf(more));
  }

  @Override
  public Set<String> released(PatientId patient, LocalDate day) {
    return released.get(new PatientDay(patient, day)).orElse(Set.of());
  }

  @Override
  public MemoryDoor door() {
    return door;
  }

  @Override
  public MemoryEpisodes episodes() {
    return episodes;
  }

  @Override
  public MemoryGuests guests() {
    return guests;
  }

  @Override
  public MemoryPacks packs() {
    return packs;
  }

  @Override
  public MemoryOutgoing outgoing() {
    return outgoing;
  }

  @Override
  public MemoryWitness witness() {
    return witness;
  }

  /** Doses that moved after an entry; who keeps the doses knows. */
  abstract List<PackReads.Moved> movedSince(long sequence);

  abstract List<State> dosesOfDays(LocalDate from, LocalDate to);

  @Override
  public MemoryDegraded degraded() {
    return degraded;
  }

  @Override
  public MemoryTakeHome takeHome() {
    return takeHome;
  }

  @Override
  public void learnt(DoseId dose, Learnt more) {
    learnt.put(dose, learnt(dose).and(more));
    dose(dose).ifPresent(this::changed);
  }

  @Override
  public Learnt learnt(DoseId dose) {
    return learnt.get(dose).orElse(Learnt.NOTHING);
  }

  @Override
  public List<DoseId> noted(LocalDate day) {
    return learnt.keys().stream()
        .filter(id -> dose(id).map(s -> s.dose().day().equals(day)).orElse(false))
        .sorted(Comparator.comparing(DoseId::value))
        .toList();
  }

  @Override
  public void added(AddedDose order) {
    added.put(new PartOfDay(order.patient(), order.day(), order.part()), order);
  }

  @Override
  public List<AddedDose> added(PatientId patient, LocalDate day) {
    return Stream.of(DosePart.REPLACEMENT, DosePart.ADDITION)
        .flatMap(part -> added.get(new PartOfDay(patient, day, part)).stream())
        .toList();
  }

  @Override
  public void observed(Observation observation) {
    observations.put(observation.id(), observation);
  }

  @Override
  public void observationEnded(String observation) {
    if (observations.has(observation)) {
      observations.remove(observation);
    }
  }

  @Override
  public List<Observation> observations() {
    return observations.values().stream()
        .sorted(Comparator.comparing(Observation::until).thenComparing(Observation::id))
        .toList();
  }

  /** A dose that was not there before. */
  void added(State state) {
    Dose dose = state.dose();
    besideNoBottle(state);
    Optional<Course> before = courses.get(dose.patient());
    courses.put(dose.patient(), Course.with(before, dose.id(), dose.day(), counted(state)));
  }

  private void besideNoBottle(State state) {
    Dose dose = state.dose();
    if (state.phase().guard() != Phase.Guard.FREE
        && takeHome.covers(dose.patient(), dose.day(), dose.part())) {
      throw new ConstraintBroken(Constraints.ONE_DOSE_OR_BOTTLE_PER_PART);
    }
  }

  /** A dose that was there before. */
  void changed(State state) {
    Dose dose = state.dose();
    besideNoBottle(state);
    Course before = courses.get(dose.patient()).orElseThrow();
    courses.put(dose.patient(), before.changed(dose.id(), counted(state)));
  }

  /** All doses of a patient, the latest day first. */
  Stream<Course> course(PatientId patient) {
    return courses.get(patient).stream().flatMap(Course::back);
  }

  @Override
  public List<PastDose> past(PatientId patient, LocalDate since) {
    Optional<Course> course = courses.get(patient);
    if (course.isEmpty()) {
      return List.of();
    }
    Answered now = Answered.of(course.get(), since, Optional.ofNullable(answered.get(patient)));
    answered.put(patient, now);
    return now.past();
  }

  /** A dose that is open or taken, with what was learnt of it. */
  private Optional<PastDose> counted(State state) {
    if (state.phase().guard() == Phase.Guard.FREE) {
      return Optional.empty();
    }
    Dose dose = state.dose();
    return Optional.of(
        new PastDose(
            dose.day(),
            dose.part(),
            dose.order().map(order -> order.dose()).orElse(Mass.ZERO),
            state.phase(),
            learnt(dose.id()),
            dose.endedAt()));
  }
}

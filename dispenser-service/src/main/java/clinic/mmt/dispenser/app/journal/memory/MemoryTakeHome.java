package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.TakeHomeReads;
import clinic.mmt.dispenser.app.journal.TakeHomeViews;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Approvals and bottles of doses to take home. */
final class MemoryTakeHome implements TakeHomeViews, TakeHomeReads {

  private static final Comparator<TakeHomeBottle> BY_LABEL =
      Comparator.comparing(bottle -> bottle.label().value());

  private final UndoMap<String, Approval> approvals;
  private final UndoMap<PatientId, List<String>> approvalsOf;
  private final UndoMap<BottleId, TakeHomeBottle> bottles;
  private final UndoMap<PatientId, List<Labelled>> bottlesOf;
  private final UndoMap<Place, BottleId> places;
  private final Predicate<TakeHomeBottle> dosed;

  /** Where a bottle stands among those of its patient. */
  private record Labelled(LocalDate day, int part, BottleId label) {

    static final Comparator<Labelled> IN_ORDER =
        Comparator.comparing(Labelled::day)
            .thenComparingInt(Labelled::part)
            .thenComparing(one -> one.label().value());

    static Labelled of(TakeHomeBottle bottle) {
      return new Labelled(bottle.day(), bottle.part().number(), bottle.label());
    }
  }

  private record Place(PatientId patient, LocalDate day, DosePart part) {

    static Place of(TakeHomeBottle bottle) {
      return new Place(bottle.patient(), bottle.day(), bottle.part());
    }
  }

  /** {@code dosed}: whether a dose of a bottle's day and part is open or counts as taken. */
  MemoryTakeHome(UndoMap.Undo undo, Predicate<TakeHomeBottle> dosed) {
    this.approvals = new UndoMap<>(undo);
    this.approvalsOf = new UndoMap<>(undo);
    this.bottles = new UndoMap<>(undo);
    this.bottlesOf = new UndoMap<>(undo);
    this.places = new UndoMap<>(undo);
    this.dosed = dosed;
  }

  List<Object> derived() {
    return List.of(approvals, bottles, places);
  }

  @Override
  public void approved(Approval approval) {
    if (approvals.has(approval.id())) {
      throw new ConstraintBroken(Constraints.TAKE_HOME_APPROVED_ONCE);
    }
    approvals.put(approval.id(), approval);
    append(approvalsOf, approval.patient(), approval.id());
  }

  @Override
  public void approvalEnded(String approval) {
    if (approvals.has(approval)) {
      approvals.remove(approval);
    }
  }

  @Override
  public void filled(TakeHomeBottle bottle) {
    if (bottles.has(bottle.label())) {
      throw new ConstraintBroken(Constraints.TAKE_HOME_FILLED_ONCE);
    }
    if (places.has(Place.of(bottle))) {
      throw new ConstraintBroken(Constraints.ONE_BOTTLE_PER_PART);
    }
    places.put(Place.of(bottle), bottle.label());
    bottles.put(bottle.label(), bottle);
    List<Labelled> longer = new ArrayList<>(bottlesOf.get(bottle.patient()).orElse(List.of()));
    longer.add(Labelled.of(bottle));
    longer.sort(Labelled.IN_ORDER);
    bottlesOf.put(bottle.patient(), List.copyOf(longer));
  }

  @Override
  public void changed(BottleId label, TakeHomeBottle.State to) {
    bottle(label).ifPresent(before -> changed(before, before.in(to)));
  }

  private void changed(TakeHomeBottle before, TakeHomeBottle after) {
    boolean begins = after.state().coversItsDay() && !before.state().coversItsDay();
    if (begins && dosed.test(after)) {
      throw new ConstraintBroken(Constraints.ONE_DOSE_OR_BOTTLE_PER_PART);
    }
    if (before.state().holdsItsPlace() && !after.state().holdsItsPlace()) {
      places.remove(Place.of(before));
    }
    bottles.put(after.label(), after);
  }

  /** Whether a bottle that went out is the dose of this part of a day. */
  boolean covers(PatientId patient, LocalDate day, DosePart part) {
    return places
        .get(new Place(patient, day, part))
        .flatMap(this::bottle)
        .map(bottle -> bottle.state().coversItsDay())
        .orElse(false);
  }

  @Override
  public List<Approval> approvals(PatientId patient) {
    return approvalsOf.get(patient).orElse(List.of()).stream()
        .flatMap(id -> approvals.get(id).stream())
        .toList();
  }

  @Override
  public List<TakeHomeBottle> bottles(PatientId patient, LocalDate since) {
    List<Labelled> all = bottlesOf.get(patient).orElse(List.of());
    int from = all.size();
    while (from > 0 && !all.get(from - 1).day().isBefore(since)) {
      from--;
    }
    return from == all.size()
        ? List.of()
        : all.subList(from, all.size()).stream()
            .flatMap(one -> bottle(one.label()).stream())
            .toList();
  }

  @Override
  public Optional<TakeHomeBottle> bottle(BottleId label) {
    return bottles.get(label);
  }

  @Override
  public List<TakeHomeBottle> outstanding(BatchId batch) {
    return bottles.values().stream()
        .filter(bottle -> bottle.content().batch().equals(batch))
        .filter(
            bottle ->
                bottle.state() == TakeHomeBottle.State.FILLED
                    || bottle.state() == TakeHomeBottle.State.HANDED_OVER)
        .sorted(BY_LABEL)
        .toList();
  }

  private static <K, V> void append(UndoMap<K, List<V>> index, K key, V value) {
    List<V> longer = new ArrayList<>(index.get(key).orElse(List.of()));
    longer.add(value);
    index.put(key, List.copyOf(longer));
  }
}

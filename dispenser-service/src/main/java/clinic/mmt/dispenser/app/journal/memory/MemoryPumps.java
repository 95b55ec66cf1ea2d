package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.PumpReads;
import clinic.mmt.dispenser.app.journal.PumpViews;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.Line;
import clinic.mmt.dispenser.domain.service.PumpStand;
import clinic.mmt.dispenser.domain.service.ServiceAct;
import clinic.mmt.dispenser.domain.service.Spare;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Pumps, their lines, service acts and calibrations. */
final class MemoryPumps implements PumpViews, PumpReads {

  private final UndoMap<StationId, PumpStand> stands;
  private final UndoMap<StationId, Line> lines;
  private final UndoMap<DoseId, Map<BatchId, Volume>> mixed;
  private final UndoMap<String, ServiceAct> acts;
  private final UndoMap<String, Calibration> calibrations;
  private final UndoMap<Long, PumpFact.MovedAlone> incidents;
  private final UndoMap<String, String> units;
  private final UndoMap<Spare, Boolean> spares;

  MemoryPumps(UndoMap.Undo undo) {
    this.stands = new UndoMap<>(undo);
    this.lines = new UndoMap<>(undo);
    this.mixed = new UndoMap<>(undo);
    this.acts = new UndoMap<>(undo);
    this.calibrations = new UndoMap<>(undo);
    this.incidents = new UndoMap<>(undo);
    this.units = new UndoMap<>(undo);
    this.spares = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(stands, lines, mixed, acts, calibrations, incidents, units, spares);
  }

  @Override
  public void stand(StationId station, UnaryOperator<PumpStand> change) {
    PumpStand before = stand(station);
    PumpStand now = change.apply(before);
    if (!now.equals(before)) {
      stands.put(station, now);
    }
  }

  @Override
  public void spare(Spare spare) {
    spares.put(spare, true);
  }

  @Override
  public void unit(String device, String identity) {
    units.put(device, identity);
  }

  @Override
  public Map<String, String> units() {
    Map<String, String> all = new TreeMap<>();
    units.entries().forEach(unit -> all.put(unit.getKey(), unit.getValue()));
    return all;
  }

  @Override
  public boolean isSpare(Spare spare) {
    return spares.get(spare).isPresent();
  }

  @Override
  public List<Spare> spares() {
    return spares.keys().stream()
        .sorted(Comparator.comparing(Spare::kind).thenComparing(Spare::identity))
        .toList();
  }

  @Override
  public void line(StationId station, UnaryOperator<Line> change) {
    lines.put(station, change.apply(line(station)));
  }

  @Override
  public void mixed(DoseId dose, BatchId batch, Volume change) {
    Map<BatchId, Volume> now = new TreeMap<>(Comparator.comparing(BatchId::value));
    now.putAll(mixed.get(dose).orElse(Map.of()));
    now.merge(batch, change, Volume::plus);
    mixed.put(dose, now);
  }

  @Override
  public void act(ServiceAct act) {
    boolean second =
        act.phase().open()
            && openActs().stream()
                .anyMatch(o -> o.station().equals(act.station()) && !o.id().equals(act.id()));
    if (second) {
      throw new ConstraintBroken(Constraints.ONE_SERVICE_ACT_PER_STATION);
    }
    acts.put(act.id(), act);
  }

  @Override
  public void calibration(Calibration calibration, long sequence) {
    calibrations.put(calibration.id(), calibration);
  }

  @Override
  public void incident(PumpFact.MovedAlone moved, long sequence) {
    incidents.put(sequence, moved);
  }

  @Override
  public List<PumpFact.MovedAlone> incidents(StationId station, int most) {
    return List.copyOf(incidents.values()).reversed().stream()
        .filter(moved -> moved.station().equals(station))
        .limit(most)
        .toList();
  }

  @Override
  public List<PumpFact.MovedAlone> incidentsAfter(StationId station, long sequence) {
    return incidents.entries().stream()
        .filter(entry -> entry.getKey() > sequence)
        .map(Map.Entry::getValue)
        .filter(moved -> moved.station().equals(station))
        .toList()
        .reversed();
  }

  @Override
  public PumpStand stand(StationId station) {
    return stands.get(station).orElse(PumpStand.NEW);
  }

  @Override
  public Line line(StationId station) {
    return lines.get(station).orElse(Line.EMPTY);
  }

  @Override
  public Map<BatchId, Volume> mixed(DoseId dose) {
    Optional<Map<BatchId, Volume>> parts = mixed.get(dose);
    if (parts.isEmpty()) {
      return Map.of();
    }
    Map<BatchId, Volume> there = new LinkedHashMap<>(parts.get());
    there.values().removeIf(Volume.ZERO::equals);
    return there;
  }

  @Override
  public Set<BatchId> otherBatches(DoseId dose) {
    return mixed.get(dose).map(parts -> Set.copyOf(parts.keySet())).orElse(Set.of());
  }

  @Override
  public Optional<ServiceAct> act(String id) {
    return acts.get(id);
  }

  @Override
  public List<ServiceAct> acts(StationId station, int most) {
    return List.copyOf(acts.values()).reversed().stream()
        .filter(act -> act.station().equals(station))
        .limit(most)
        .toList();
  }

  @Override
  public List<ServiceAct> openActs() {
    return acts.values().stream().filter(act -> act.phase().open()).toList();
  }

  @Override
  public List<Calibration> calibrations(StationId station, int most) {
    return List.copyOf(calibrations.values()).reversed().stream()
        .filter(c -> c.station().equals(station))
        .limit(most)
        .toList();
  }
}

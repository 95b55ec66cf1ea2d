package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.DegradedReads;
import clinic.mmt.dispenser.app.journal.DegradedViews;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.dispense.StationId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Degraded modes, openings and downtimes. */
final class MemoryDegraded implements DegradedViews, DegradedReads {

  private final UndoMap<String, Boolean> ids;
  private final UndoMap<StationId, List<RunningMode>> running;
  private final UndoMap<At, RunningMode> latest;
  private final UndoMap<LocalDate, Opening> openings;
  private final UndoMap<String, Downtime> downtimes;

  /** Under one key, so that every visit asks for hardly ever any. */
  private final UndoMap<String, List<String>> open;

  private final UndoMap<String, List<SheetRow>> rows;
  private final UndoMap<LocalDate, Integer> withoutReader;

  private record At(StationId station, Mode mode) {}

  MemoryDegraded(UndoMap.Undo undo) {
    this.ids = new UndoMap<>(undo);
    this.running = new UndoMap<>(undo);
    this.latest = new UndoMap<>(undo);
    this.openings = new UndoMap<>(undo);
    this.downtimes = new UndoMap<>(undo);
    this.open = new UndoMap<>(undo);
    this.rows = new UndoMap<>(undo);
    this.withoutReader = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(ids, running, latest, openings, downtimes, open, rows, withoutReader);
  }

  @Override
  public void entered(RunningMode mode) {
    if (ids.has(mode.id())) {
      throw new ConstraintBroken(Constraints.MODE_ENTERED_ONCE);
    }
    if (mode(mode.station(), mode.mode().place()).isPresent()) {
      throw new ConstraintBroken(Constraints.ONE_MODE_PER_PLACE);
    }
    ids.put(mode.id(), true);
    latest.put(new At(mode.station(), mode.mode()), mode);
    running.put(mode.station(), and(modes(mode.station()), mode));
  }

  @Override
  public void left(String id) {
    for (StationId station : List.copyOf(running.keys())) {
      List<RunningMode> before = modes(station);
      List<RunningMode> after = before.stream().filter(m -> !m.id().equals(id)).toList();
      if (after.size() < before.size()) {
        running.put(station, after);
      }
    }
  }

  @Override
  public void opened(Opening opening) {
    if (openings.has(opening.day())) {
      throw new ConstraintBroken(Constraints.DAY_OPENED_ONCE);
    }
    openings.put(opening.day(), opening);
  }

  @Override
  public void downtime(Downtime downtime) {
    List<String> others =
        open.get("").orElse(List.of()).stream().filter(id -> !id.equals(downtime.id())).toList();
    boolean known = downtimes.get(downtime.id()).filter(Downtime::open).isPresent();
    downtimes.put(downtime.id(), downtime);
    if (downtime.open() && !known) {
      open.put("", and(others, downtime.id()));
    } else if (!downtime.open()) {
      open.put("", others);
    }
  }

  @Override
  public void row(String downtime, SheetRow row) {
    if (rows(downtime).stream().anyMatch(r -> r.patient().equals(row.patient()))) {
      throw new ConstraintBroken(Constraints.ONE_ROW_PER_PERSON_AND_SHEET);
    }
    rows.put(downtime, and(rows(downtime), row));
  }

  @Override
  public void sheetIn(String downtime) {
    downtimes.get(downtime).ifPresent(d -> downtime(d.with(Downtime.Standing.IN)));
  }

  @Override
  public void readByPhoto(LocalDate day) {
    withoutReader.put(day, withoutReader.get(day).orElse(0) + 1);
  }

  private static <T> List<T> and(List<T> before, T more) {
    List<T> longer = new ArrayList<>(before);
    longer.add(more);
    return List.copyOf(longer);
  }

  @Override
  public List<RunningMode> modes(StationId station) {
    return running.get(station).orElse(List.of());
  }

  @Override
  public Optional<RunningMode> latest(StationId station, Mode mode) {
    return latest.get(new At(station, mode));
  }

  @Override
  public Optional<Opening> opening(LocalDate day) {
    return openings.get(day);
  }

  @Override
  public List<Downtime> openDowntimes() {
    return open.get("").orElse(List.of()).stream()
        .flatMap(id -> downtimes.get(id).stream())
        .toList();
  }

  @Override
  public Optional<Downtime> downtime(String id) {
    return downtimes.get(id);
  }

  @Override
  public List<SheetRow> rows(String downtime) {
    return rows.get(downtime).orElse(List.of());
  }

  @Override
  public int withoutReader(LocalDate day) {
    return withoutReader.get(day).orElse(0);
  }
}

package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.PackReads;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.State;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Rows of doses. The open ones stand apart: ended ones become many, and all but a few questions are
 * about the others.
 */
final class MemoryDoses {

  private final UndoMap<DoseId, Row> ended;
  private final UndoMap<DoseId, Row> open;

  /** Every dose that ever was of a day; one whose entry was taken back is in none of the tables. */
  private final TreeMap<LocalDate, Set<DoseId>> ofDay = new TreeMap<>();

  /**
   * A dose as it is.
   *
   * @param state it
   * @param since entry since which it is in its phase
   * @param sequence its last entry
   */
  record Row(State state, long since, long sequence) {}

  MemoryDoses(UndoMap.Undo undo) {
    this.ended = new UndoMap<>(undo);
    this.open = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(ended, open);
  }

  Optional<Row> get(DoseId id) {
    Optional<Row> among = open.get(id);
    return among.isPresent() ? among : ended.get(id);
  }

  /** Those that have not ended, in the order in which they were opened. */
  Collection<Row> open() {
    return open.values();
  }

  /** Those whose last entry comes after {@code sequence}, in the order of these entries. */
  List<PackReads.Moved> movedSince(long sequence) {
    return Stream.concat(ended.values().stream(), open.values().stream())
        .filter(row -> row.sequence() > sequence)
        .sorted(Comparator.comparingLong(Row::sequence))
        .map(row -> new PackReads.Moved(row.state(), row.sequence()))
        .toList();
  }

  /** Those of these days, both included, in the order of their last entries. */
  List<State> ofDays(LocalDate from, LocalDate to) {
    return ofDay.subMap(from, true, to, true).values().stream()
        .flatMap(Set::stream)
        .flatMap(id -> get(id).stream())
        .sorted(Comparator.comparingLong(Row::sequence))
        .map(Row::state)
        .toList();
  }

  /** Puts {@code state} in the place of {@code before}; the row as it is now. */
  void put(Optional<Row> before, State state, long sequence) {
    boolean over = state.phase().ended();
    if (before.isEmpty()) {
      ofDay
          .computeIfAbsent(state.dose().day(), day -> new LinkedHashSet<>())
          .add(state.dose().id());
    }
    if (before.map(row -> row.state().phase().ended() != over).orElse(false)) {
      (over ? open : ended).remove(state.dose().id());
    }
    long since =
        before.filter(row -> row.state().phase() == state.phase()).map(Row::since).orElse(sequence);
    (over ? ended : open).put(state.dose().id(), new Row(state, since, sequence));
  }
}

package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.StockDayReads;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.Weighing;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The figures between the close before and now. They are differences of what the accounts held, so
 * that they agree with the accounts whatever happened.
 */
final class Freezing {

  /** No close of a clinic is older than its journal. */
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  private final House house;
  private final Reads reads;
  private final StockDayReads days;
  private final Optional<FrozenDay> last;
  private final List<FrozenDay.Held> held;

  Freezing(House house, Reads reads) {
    this.house = house;
    this.reads = reads;
    this.days = reads.stock().days();
    this.last = days.lastFrozen();
    this.held =
        reads.stock().held().stream()
            .map(h -> new FrozenDay.Held(h.batch(), h.kind(), h.volume()))
            .toList();
  }

  /** The close before, if any. */
  Optional<FrozenDay> last() {
    return last;
  }

  /** Whether any account holds something else than at the close before. */
  boolean moved() {
    return !held.equals(last.map(FrozenDay::held).orElse(List.of()));
  }

  /** What was written since the close before, in order. */
  List<StockDayFact> since() {
    List<StockDayFact> since = new ArrayList<>();
    LocalDate from = last.map(FrozenDay::day).orElse(FIRST);
    for (StockDayFact fact : days.between(from, house.calendar().today())) {
      if (fact instanceof StockDayFact.DayFrozen) {
        since.clear();
      } else {
        since.add(fact);
      }
    }
    return since;
  }

  /** The first close of a day; it holds what days before it that nobody closed left over. */
  FrozenDay first(LocalDate day, StaffId by, String note, CloseList list) {
    LocalDate from = last.map(f -> f.day().plusDays(1)).orElse(FIRST);
    List<Dose> doses = taken(from, day);
    return frozen(new Which(day, 1, by), new Given(doses, List.of()), note, Optional.of(list));
  }

  /** What came after the close of a day and still belongs to it. */
  FrozenDay supplementary(LocalDate day, StaffId by, Optional<CloseList> list) {
    List<FrozenDay> before = days.closes(day);
    return frozen(
        new Which(day, before.size() + 1, by), new Given(taken(day, day), before), "", list);
  }

  /**
   * A supplementary close of the day before, where a dose was given after its close and none since
   * of a later day: what nobody closed by hand does not slip into the next day.
   */
  Optional<StockDayFact.DayFrozen> lateDoses(StaffId by) {
    LocalDate today = house.calendar().today();
    return last.filter(f -> f.day().isBefore(today))
        .filter(f -> given(held) != given(f.held()))
        .filter(f -> reads.packs().dosesOf(f.day().plusDays(1), today).isEmpty())
        .map(f -> new StockDayFact.DayFrozen(supplementary(f.day(), by, Optional.empty())));
  }

  private static long given(List<FrozenDay.Held> of) {
    return of.stream()
        .filter(h -> h.kind() == AccountKind.PATIENT)
        .mapToLong(h -> h.volume().microlitres())
        .sum();
  }

  private record Which(LocalDate day, int number, StaffId by) {}

  /** Doses of a day, and the closes that hold some of them. */
  private record Given(List<Dose> doses, List<FrozenDay> before) {

    int count() {
      return doses.size() - before.stream().mapToInt(FrozenDay::doses).sum();
    }

    int people() {
      return (int) doses.stream().map(Dose::patient).distinct().count()
          - before.stream().mapToInt(FrozenDay::people).sum();
    }

    Volume replaced(BatchId batch) {
      Volume all =
          doses.stream()
              .filter(d -> d.part().equals(DosePart.REPLACEMENT))
              .filter(d -> d.order().map(o -> o.batch().equals(batch)).orElse(false))
              .map(d -> d.weighing().map(Weighing::volume).orElseGet(d::expected))
              .reduce(Volume.ZERO, Volume::plus);
      Volume held =
          before.stream()
              .flatMap(f -> f.figures().stream())
              .filter(f -> f.batch().equals(batch))
              .map(DayFigures::replaced)
              .reduce(Volume.ZERO, Volume::plus);
      return all.minus(held);
    }
  }

  private FrozenDay frozen(Which which, Given given, String note, Optional<CloseList> list) {
    List<FrozenDay.Held> before = last.map(FrozenDay::held).orElse(List.of());
    Map<BatchId, DayFigures.Reversed> reversed = reversed();
    List<DayFigures> figures =
        Stream.concat(before.stream(), held.stream())
            .map(FrozenDay.Held::batch)
            .distinct()
            .sorted(Comparator.comparing(BatchId::value))
            .map(
                batch ->
                    DayFigures.between(
                        batch,
                        FrozenDay.of(batch, before),
                        FrozenDay.of(batch, held),
                        given.replaced(batch),
                        reversed.getOrDefault(batch, DayFigures.Reversed.NOTHING)))
            .toList();
    return new FrozenDay(
        which.day(),
        which.number(),
        which.by(),
        given.count(),
        given.people(),
        figures,
        held,
        note,
        list);
  }

  private Map<BatchId, DayFigures.Reversed> reversed() {
    Map<BatchId, DayFigures.Reversed> all = new java.util.HashMap<>();
    for (StockDayFact fact : since()) {
      if (fact instanceof StockDayFact.StockAdjusted adjusted) {
        all.merge(
            adjusted.adjustment().place().batch(),
            adjusted.adjustment().reversed(),
            DayFigures.Reversed::plus);
      }
    }
    return all;
  }

  private List<Dose> taken(LocalDate from, LocalDate to) {
    return reads.packs().dosesOf(from, to).stream()
        .filter(s -> s.phase().guard() == Phase.Guard.TAKEN)
        .map(State::dose)
        .toList();
  }
}

package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.journal.Due;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a close looks at besides the figures: who was not dosed, what ends, what is open. */
final class CloseLists {

  private static final int ENDING_WITHIN = 7;

  private final Reads reads;
  private final LocalDate day;
  private final Map<Open, LocalDate> before = new HashMap<>();

  /** As of {@code day}, with the open items of the close before. */
  CloseLists(Reads reads, LocalDate day, Optional<FrozenDay> before) {
    this.reads = reads;
    this.day = day;
    for (CloseList.Item i :
        before.flatMap(FrozenDay::list).map(CloseList::items).orElse(List.of())) {
      this.before.putIfAbsent(new Open(i.kind(), i.of()), i.since());
    }
  }

  /** What an item is about. */
  private record Open(CloseList.Sort kind, String of) {}

  /** What was put on and read when the day was closed. */
  record Put(
      String seal, int storeTenths, List<CloseList.Weight> bottles, List<CloseList.Waste> waste) {}

  CloseList of(Put put) {
    return new CloseList(
        put.seal(),
        put.storeTenths(),
        put.bottles(),
        put.waste(),
        (int)
            reads.unended().stream()
                .filter(s -> s.phase().lane() != Phase.Lane.NONE)
                .filter(s -> !s.dose().day().isAfter(day))
                .count(),
        (int)
            reads.observations().stream()
                .flatMap(o -> reads.dose(o.dose()).stream())
                .filter(s -> !s.dose().day().isAfter(day))
                .count(),
        without(),
        reads.endingBy(day, day.plusDays(ENDING_WITHIN)).stream()
            .map(p -> new CloseList.Ending(p.patient(), p.lastDay()))
            .toList(),
        items());
  }

  private List<CloseList.Without> without() {
    return reads.due(day).stream()
        .filter(due -> due.phase().map(p -> p.guard() != Phase.Guard.TAKEN).orElse(true))
        .filter(due -> !elsewhere(due.patient()))
        .map(due -> new CloseList.Without(due.patient(), why(due)))
        .toList();
  }

  /** Swallowed somewhere else, or went home in a bottle. */
  private boolean elsewhere(PatientId patient) {
    return reads.outside(patient, day).stream().anyMatch(dose -> dose.day().equals(day))
        || reads.takeHome().bottles(patient, day).stream()
            .anyMatch(b -> b.day().equals(day) && b.state().coversItsDay());
  }

  private CloseList.Why why(Due due) {
    return due.phase().map(CloseLists::why).orElseGet(() -> why(due.patient()));
  }

  private CloseList.Why why(PatientId patient) {
    if (reads.door().arrival(patient, day).isPresent()) {
      return CloseList.Why.CAME;
    }
    return reads.holds(patient).isEmpty() ? CloseList.Why.ABSENT : CloseList.Why.ON_HOLD;
  }

  private static CloseList.Why why(Phase phase) {
    return switch (phase) {
      case LEFT_BEFORE_POUR -> CloseList.Why.LEFT;
      case REFERRED, WAITING -> CloseList.Why.REFERRED;
      case REFUSED, DISCARDED -> CloseList.Why.NOT_TAKEN;
      case REVIEWING, VOIDED -> CloseList.Why.CAME;
      case ARMED,
          STARTING,
          POURING,
          STOPPED,
          SETTLING,
          TOP_UP,
          DISCREPANCY,
          MEASURED,
          HELD,
          OUTCOME_UNKNOWN,
          HANDED_OVER,
          CONSUMED,
          PARTLY_TAKEN,
          SPILLED,
          TAKEN_AWAY,
          UNCERTAIN ->
          CloseList.Why.NOT_SETTLED;
    };
  }

  private List<CloseList.Item> items() {
    List<CloseList.Item> all = new ArrayList<>();
    for (Bottle bottle : reads.stock().bottles()) {
      if (bottle.state() == BottleState.BROKEN) {
        all.add(item(CloseList.Sort.BROKEN_WITHOUT_PAPER, bottle.label().value()));
      } else if (bottle.state() == BottleState.MISSING) {
        all.add(item(CloseList.Sort.MISSING, bottle.label().value()));
      } else if (bottle.state() == BottleState.QUARANTINED) {
        all.add(item(CloseList.Sort.QUARANTINED, bottle.label().value()));
      }
    }
    reads.owed().forEach(owed -> all.add(item(CloseList.Sort.SIGNATURE_OWED, owed.act())));
    reads.unended().stream()
        .filter(s -> s.phase() == Phase.OUTCOME_UNKNOWN)
        .map(State::dose)
        .forEach(
            dose ->
                all.add(
                    new CloseList.Item(
                        CloseList.Sort.UNSETTLED_DOSE, dose.id().value(), dose.day())));
    reads.stock().accounts(AccountKind.DISCREPANCY).stream()
        .filter(this::explainable)
        .map(a -> item(CloseList.Sort.UNEXPLAINED, a.account().of() + "|" + a.batch().value()))
        .forEach(all::add);
    DifferenceAlarms.open(reads.stock().days(), day).stream()
        .map(a -> new CloseList.Item(CloseList.Sort.DIFFERENCE, a.id(), a.day()))
        .forEach(all::add);
    return all;
  }

  /** What a broken or missing bottle held is on the list as that. */
  private boolean explainable(StockReads.InAccount account) {
    return reads
        .stock()
        .bottle(new clinic.mmt.dispenser.domain.stock.BottleId(account.account().of()))
        .filter(b -> b.state() == BottleState.BROKEN || b.state() == BottleState.MISSING)
        .isEmpty();
  }

  /** Since the first close that had it. */
  private CloseList.Item item(CloseList.Sort kind, String of) {
    LocalDate since = before.getOrDefault(new Open(kind, of), day);
    return new CloseList.Item(kind, of, since);
  }
}

package clinic.mmt.dispenser.app.day;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.day.CloseList;
import clinic.mmt.dispenser.domain.day.DifferenceAlarm;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.dispenser.domain.dispense.Phase;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is open by now, each since the first close that had it: for closes and for notices. */
public final class OpenItems {

  private final Reads reads;
  private final LocalDate day;
  private final Map<Open, LocalDate> before = new HashMap<>();

  private OpenItems(Reads reads, LocalDate day, Optional<FrozenDay> before) {
    this.reads = reads;
    this.day = day;
    for (CloseList.Item i :
        before.flatMap(FrozenDay::list).map(CloseList::items).orElse(List.of())) {
      this.before.putIfAbsent(new Open(i.kind(), i.of()), i.since());
    }
  }

  /** What an item is about. */
  private record Open(CloseList.Sort kind, String of) {}

  /** As of {@code day}, with the ages of the latest close; a long read. */
  public static List<CloseList.Item> of(Reads reads, LocalDate day) {
    return of(reads, day, reads.stock().days().lastFrozen());
  }

  /** As of {@code day}, with the ages of the close before. */
  static List<CloseList.Item> of(Reads reads, LocalDate day, Optional<FrozenDay> before) {
    return new OpenItems(reads, day, before).items();
  }

  /** Alarms of the differences over days that nobody explained; a long read. */
  public static List<DifferenceAlarm> alarms(Reads reads, LocalDate day) {
    return DifferenceAlarms.open(reads.stock().days(), day);
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
    alarms(reads, day).stream()
        .map(a -> new CloseList.Item(CloseList.Sort.DIFFERENCE, a.id(), a.day()))
        .forEach(all::add);
    return all;
  }

  /** What a broken or missing bottle held is on the list as that. */
  private boolean explainable(StockReads.InAccount account) {
    return reads
        .stock()
        .bottle(new BottleId(account.account().of()))
        .filter(b -> b.state() == BottleState.BROKEN || b.state() == BottleState.MISSING)
        .isEmpty();
  }

  /** Since the first close that had it. */
  private CloseList.Item item(CloseList.Sort kind, String of) {
    LocalDate since = before.getOrDefault(new Open(kind, of), day);
    return new CloseList.Item(kind, of, since);
  }
}

package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.domain.dispense.Compared;
import clinic.mmt.dispenser.domain.dispense.FirstDoses;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Batches, their first doses, balances, checks, and what is mounted where. */
final class MemoryStock {

  private final UndoMap<StationId, MountedBottle> mounted;
  private final UndoMap<BatchId, Batch> batches;
  private final UndoMap<BatchId, FirstDoses.Known> firstDoses;
  private final UndoMap<StationDay, Boolean> checks;
  private final UndoMap<InBatch, Volume> balances;

  private record StationDay(StationId station, LocalDate day) {}

  private record InBatch(Account account, BatchId batch) {}

  MemoryStock(UndoMap.Undo undo) {
    this.mounted = new UndoMap<>(undo);
    this.batches = new UndoMap<>(undo);
    this.firstDoses = new UndoMap<>(undo);
    this.checks = new UndoMap<>(undo);
    this.balances = new UndoMap<>(undo);
  }

  List<Object> derived() {
    return List.of(mounted, batches, firstDoses, checks, balances);
  }

  void batch(Batch batch) {
    batches.put(batch.id(), batch);
  }

  void compared(BatchId batch, Compared compared, boolean stopped) {
    List<Compared> doses = new ArrayList<>(firstDoses(batch).doses());
    doses.removeIf(d -> d.dose().equals(compared.dose()));
    doses.add(compared);
    firstDoses.put(batch, new FirstDoses.Known(doses, stopped));
  }

  void remeasured(BatchId batch, Optional<Density> density) {
    firstDoses.remove(batch);
    if (density.isEmpty()) {
      return;
    }
    batches
        .get(batch)
        .ifPresent(b -> batches.put(batch, new Batch(batch, b.concentration(), density)));
    for (Map.Entry<StationId, MountedBottle> e : List.copyOf(mounted.entries())) {
      MountedBottle m = e.getValue();
      if (m.batch().equals(batch)) {
        mounted.put(e.getKey(), m.remeasured(density));
      }
    }
  }

  void mounted(StationId station, MountedBottle bottle) {
    mounted.remove(station);
    if (mounted.values().stream().anyMatch(other -> other.bottle().equals(bottle.bottle()))) {
      throw new ConstraintBroken(Constraints.ONE_STATION_PER_BOTTLE);
    }
    mounted.put(station, bottle);
  }

  void unmounted(StationId station, BottleId bottle) {
    if (mounted.get(station).filter(there -> there.bottle().equals(bottle)).isPresent()) {
      mounted.remove(station);
    }
  }

  void checked(StationId station, LocalDate day, boolean passed) {
    checks.put(new StationDay(station, day), passed);
  }

  boolean checked(StationId station, LocalDate day) {
    return checks.get(new StationDay(station, day)).orElse(false);
  }

  void balance(Account account, BatchId batch, Volume change) {
    InBatch place = new InBatch(account, batch);
    Volume now = balance(account, batch).plus(change);
    // A cup that was drunk stays empty for ever: no row for it.
    if (now.equals(Volume.ZERO)) {
      balances.remove(place);
    } else {
      if (cabinet(account) && now.isLessThan(Volume.ZERO)) {
        throw new ConstraintBroken(Constraints.CABINET_NOT_BELOW_ZERO);
      }
      balances.put(place, now);
    }
  }

  private static boolean cabinet(Account account) {
    return account.kind() == AccountKind.STORE
        || account.kind() == AccountKind.DAY_CABINET
        || account.kind() == AccountKind.IN_TRANSIT;
  }

  /** What an account holds, by batch. */
  Map<BatchId, Volume> in(Account account) {
    Map<BatchId, Volume> found = new TreeMap<>(Comparator.comparing(BatchId::value));
    balances
        .entries()
        .forEach(
            e -> {
              if (e.getKey().account().equals(account)) {
                found.put(e.getKey().batch(), e.getValue());
              }
            });
    return found;
  }

  /** Every account of a kind. */
  List<StockReads.InAccount> accounts(AccountKind kind) {
    return balances.entries().stream()
        .filter(e -> e.getKey().account().kind() == kind)
        .map(e -> new StockReads.InAccount(e.getKey().account(), e.getKey().batch(), e.getValue()))
        .sorted(
            Comparator.comparing((StockReads.InAccount a) -> a.account().of())
                .thenComparing(a -> a.batch().value()))
        .toList();
  }

  /** What all accounts of a kind hold together. */
  List<StockReads.Held> held() {
    Map<StockReads.Held, Volume> sums = new HashMap<>();
    balances
        .entries()
        .forEach(
            e ->
                sums.merge(
                    new StockReads.Held(
                        e.getKey().batch(), e.getKey().account().kind(), Volume.ZERO),
                    e.getValue(),
                    Volume::plus));
    return sums.entrySet().stream()
        .filter(e -> !e.getValue().equals(Volume.ZERO))
        .map(e -> new StockReads.Held(e.getKey().batch(), e.getKey().kind(), e.getValue()))
        .sorted(
            Comparator.comparing((StockReads.Held h) -> h.batch().value())
                .thenComparing(h -> h.kind().name()))
        .toList();
  }

  Volume balance(Account account, BatchId batch) {
    return balances.get(new InBatch(account, batch)).orElse(Volume.ZERO);
  }

  Optional<Batch> batch(BatchId batch) {
    return batches.get(batch);
  }

  Optional<MountedBottle> mounted(StationId station) {
    return mounted.get(station);
  }

  FirstDoses.Known firstDoses(BatchId batch) {
    return firstDoses.get(batch).orElse(FirstDoses.Known.NONE);
  }
}

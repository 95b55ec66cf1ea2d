package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.StockBatch;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person who wants a bottle on a station does next, by what stands in the cabinets: whatever
 * was written before a crash is seen, and what was not is done again.
 */
final class StockPlan {

  /** What to do. */
  sealed interface Next {
    /** The right bottle is on. */
    record Ready() implements Next {}

    /** There is none such. */
    record None() implements Next {}

    /** The product is not noted yet. */
    record Note() implements Next {}

    /** The cabinets have none: it has to be delivered. */
    record Deliver() implements Next {}

    /** One act on these bottles; {@code other} would be the wrong one, where there is one. */
    record Act(BottleAct act, List<Bottle> bottles, Optional<Bottle> other) implements Next {

      static Act of(BottleAct act, Bottle bottle) {
        return new Act(act, List.of(bottle), Optional.empty());
      }
    }
  }

  /** So many rests of a batch are poured together. */
  private static final int POOLED_FROM = 4;

  /** So many closed bottles are issued at once. */
  private static final int ISSUED = 3;

  private static final Volume FLOOR = Volume.ofMillilitres(100);

  private final Reads reads;
  private final LocalDate today;
  private final Set<BatchId> stopped;

  /** By the views, on a day; nobody pours from the batches that are stopped. */
  StockPlan(Reads reads, LocalDate today, Set<BatchId> stopped) {
    this.reads = reads;
    this.today = today;
    this.stopped = stopped;
  }

  /** A bottle of these goods on this station. */
  Next next(StationId station, Goods goods) {
    if (reads.stock().product(goods.id()).isEmpty()) {
      return new Next.Note();
    }
    Optional<Bottle> on = on(station);
    if (on.filter(b -> worth(b, goods)).isPresent()) {
      return new Next.Ready();
    }
    List<Bottle> all = usable(goods);
    Optional<Bottle> open =
        all.stream().filter(b -> b.state() == BottleState.OPEN && worth(b, goods)).findFirst();
    Optional<Next> pooled = open.isPresent() ? Optional.empty() : rests(all, goods);
    if (pooled.isPresent()) {
      return pooled.get();
    }
    if (open.isEmpty()) {
      return closed(all);
    }
    return on.<Next>map(b -> Next.Act.of(BottleAct.UNMOUNT, b))
        .orElseGet(
            () ->
                new Next.Act(
                    BottleAct.MOUNT,
                    List.of(open.get()),
                    all.stream().filter(b -> b.state().closed()).findFirst()));
  }

  /** A bottle with next to nothing above its floor. */
  Next nearlyEmpty(StationId station) {
    Optional<Bottle> on = on(station);
    if (on.filter(this::nearlyEmpty).isPresent()) {
      return new Next.Ready();
    }
    Optional<Bottle> rest =
        usable(Goods.USUAL).stream()
            .filter(b -> b.state() == BottleState.OPEN && nearlyEmpty(b))
            .findFirst();
    if (rest.isEmpty()) {
      return new Next.None();
    }
    return Next.Act.of(
        on.isPresent() ? BottleAct.UNMOUNT : BottleAct.MOUNT, on.orElseGet(rest::get));
  }

  private Optional<Bottle> on(StationId station) {
    return reads.mounted(station).map(MountedBottle::bottle).flatMap(reads.stock()::bottle);
  }

  /** What a bottle holds by the book. */
  private Volume held(Bottle bottle) {
    return reads.balance(bottle.own(), bottle.batch());
  }

  private boolean worth(Bottle bottle, Goods goods) {
    return bottle.product().equals(goods.id())
        && inDate(bottle)
        && !held(bottle).isLessThan(goods.least());
  }

  private boolean nearlyEmpty(Bottle bottle) {
    return bottle.product().equals(Goods.USUAL.id())
        && held(bottle).isLessThan(Goods.USUAL.least())
        && held(bottle).isMoreThan(FLOOR);
  }

  private boolean inDate(Bottle bottle) {
    return !stopped.contains(bottle.batch())
        && bottle.inUseUntil().filter(today::isAfter).isEmpty()
        && !sheet(bottle).expired(today);
  }

  private StockBatch sheet(Bottle bottle) {
    return reads.stock().batch(bottle.batch()).orElseThrow();
  }

  /** Whatever may be used, the earliest expiry first. */
  private List<Bottle> usable(Goods goods) {
    return reads.stock().bottles().stream()
        .filter(b -> b.product().equals(goods.id()) && inDate(b))
        .sorted(
            Comparator.comparing((Bottle b) -> sheet(b).expiry())
                .thenComparing(b -> b.label().value()))
        .toList();
  }

  private Optional<Next> rests(List<Bottle> all, Goods goods) {
    List<Bottle> rests =
        all.stream()
            .filter(b -> b.state() == BottleState.OPEN && held(b).isLessThan(goods.least()))
            .filter(b -> held(b).isMoreThan(Volume.ZERO))
            .toList();
    for (Bottle first : rests) {
      List<Bottle> together =
          rests.stream().filter(b -> b.batch().equals(first.batch())).limit(POOLED_FROM).toList();
      if (together.size() == POOLED_FROM && goods == Goods.USUAL) {
        return Optional.of(
            new Next.Act(
                BottleAct.POOL,
                together.subList(1, POOLED_FROM),
                Optional.of(together.getFirst())));
      }
    }
    return Optional.empty();
  }

  /** The one that expires first is opened, and brought from the store before if it is there. */
  private static Next closed(List<Bottle> all) {
    List<Bottle> closed = all.stream().filter(b -> b.state().closed()).toList();
    if (closed.isEmpty()) {
      return new Next.Deliver();
    }
    Bottle first = closed.getFirst();
    if (first.state() == BottleState.IN_DAY_CABINET) {
      return new Next.Act(
          BottleAct.OPEN,
          List.of(first),
          closed.stream()
              .filter(b -> b.state() == BottleState.IN_DAY_CABINET)
              .filter(b -> !b.batch().equals(first.batch()))
              .findFirst());
    }
    return new Next.Act(
        BottleAct.ISSUE,
        closed.stream().filter(b -> b.state() == BottleState.IN_STORE).limit(ISSUED).toList(),
        Optional.empty());
  }

  /** Whether the tube of a station is empty by the book. */
  boolean lineEmpty(StationId station) {
    return reads.stock().in(new Account(AccountKind.LINE, station.value())).isEmpty();
  }
}

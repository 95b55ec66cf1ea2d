package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.app.stock.Bottles;
import clinic.mmt.dispenser.app.stock.Receiving;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The labelled bottles of a {@link YearClinic}, moved by the real use cases. */
final class YearCabinet {

  private static final int DELIVERED = 60;

  private final Session keeper = YearClinic.session("S-1", Role.STORE_KEEPER);
  private final Session nurse = YearClinic.session("S-2", Role.DISPENSER);
  private final Session pharmacist = YearClinic.session("S-3", Role.PHARMACIST);
  private final House house;
  private final Supplier<Instant> now;

  /** Closed bottles, by label. */
  private final Deque<BottleId> store = new ArrayDeque<>();

  private int receipts;

  YearCabinet(House house, Supplier<Instant> now) {
    this.house = house;
    this.now = now;
  }

  /** Signed by {@code by} now. */
  Signature signature(Session by, String digest) {
    return new Signature(by.staff(), by.roles(), digest, "t-1", now.get());
  }

  /** What a bottle holds by the book. */
  Volume book(BottleId label) {
    return house
        .journal()
        .look(r -> r.balance(new Account(AccountKind.BOTTLE, label.value()), YearClinic.BATCH));
  }

  private static BottleRequest request(BottleAct act, BottleId label, Optional<Mass> gross) {
    return new BottleRequest(
        act,
        label,
        act == BottleAct.MOUNT ? Optional.of(YearClinic.STATION) : Optional.empty(),
        Optional.empty(),
        gross,
        Optional.empty(),
        "bench");
  }

  private void move(Session by, BottleRequest request) {
    Bottles.Asked asked = new Bottles.Asked(List.of(request));
    YearClinic.<Bottles.Moved>yes(
        reply ->
            new Bottles(house)
                .move(by, Optional.of(signature(pharmacist, asked.digest())), asked, reply));
  }

  /** The bottle that stands is empty; the next one is opened and mounted. */
  BottleId change(Optional<BottleId> mounted) {
    mounted.ifPresent(
        label -> {
          Optional<Mass> gross = Optional.of(YearClinic.gross(book(label), 0));
          move(nurse, request(BottleAct.UNMOUNT, label, gross));
          move(nurse, request(BottleAct.EMPTY, label, Optional.empty()));
        });
    BottleId next = closed();
    move(keeper, request(BottleAct.ISSUE, next, Optional.empty()));
    move(nurse, request(BottleAct.OPEN, next, Optional.empty()));
    move(nurse, request(BottleAct.MOUNT, next, Optional.of(YearClinic.gross(YearClinic.SIZE, 0))));
    return next;
  }

  private BottleId closed() {
    if (store.isEmpty()) {
      receipts++;
      Receiving.Delivery delivery =
          new Receiving.Delivery(
              new Receipt.Papers("N-" + receipts, "HD-" + receipts, "QD-1"),
              "bench",
              List.of(
                  new Receiving.Came(
                      YearClinic.BATCH,
                      YearClinic.PRODUCT,
                      YearClinic.FIRST.plusYears(20),
                      Optional.of(YearClinic.DENSITY),
                      DELIVERED,
                      DELIVERED)),
              Set.of(),
              "");
      Receipt receipt =
          YearClinic.yes(reply -> new Receiving(house).receive(keeper, delivery, reply));
      receipt.lines().forEach(line -> store.addAll(line.labels()));
    }
    return store.removeFirst();
  }
}

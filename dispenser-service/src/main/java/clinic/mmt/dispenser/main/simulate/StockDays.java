package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.stock.Bottles;
import clinic.mmt.dispenser.app.stock.Receiving;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What happens to the stock besides: abnormal deliveries, broken bottles whose paper comes later,
 * bottles that are too old, and rests that are knocked over.
 */
final class StockDays {

  private static final int ABNORMAL_PERMILLE = 30;
  private static final int BREAKS_PERMILLE = 40;
  private static final int IN_MID_DAY_PERMILLE = 400;
  private static final int SHORT_DATED_PERMILLE = 30;
  private static final int OLD_PERMILLE = 60;
  private static final int SPILT_PERMILLE = 30;
  private static final int EXPIRES_MOST = 200;
  private static final int PAPER_MOST = 5;
  private static final int FIRST_HOURS = 7_000;

  /** Short-dated goods expire after so many days, and are looked at so many days later. */
  private static final int EXPIRES = 1;

  private static final int LOOKED_AT = 3;
  private static final Volume REST = Goods.USUAL.least();

  private final Clinic clinic;
  private final StockActs acts;
  private final Shelf shelf;

  /** What is to be done on a day that comes. */
  private final Map<Integer, List<Errands.Errand>> later = new TreeMap<>();

  StockDays(Clinic clinic, StockActs acts, Shelf shelf) {
    this.clinic = clinic;
    this.acts = acts;
    this.shelf = shelf;
  }

  /** What is due is done; the dice say what else happens today. */
  void begin(int day) {
    Optional.ofNullable(later.remove(day)).ifPresent(all -> all.forEach(clinic.errands()::add));
    Dice dice = clinic.dice(45, day);
    if (clinic.happens(dice, FaultKind.DELIVERY_ABNORMAL, ABNORMAL_PERMILLE)) {
      abnormal(dice);
    }
    if (clinic.happens(dice, FaultKind.BOTTLE_BREAKS, BREAKS_PERMILLE)) {
      breaks(day, dice);
    }
    if (clinic.happens(dice, FaultKind.BOTTLE_EXPIRED, SHORT_DATED_PERMILLE)) {
      shortDated(day);
    }
    if (clinic.happens(dice, FaultKind.BOTTLE_IN_USE_OVER, OLD_PERMILLE)) {
      clinic.errands().add(this::tooOld);
    }
    if (clinic.happens(dice, FaultKind.REST_SPILT, SPILT_PERMILLE)) {
      clinic.errands().add(this::spilt);
    }
  }

  private void on(int day, Errands.Errand errand) {
    later.computeIfAbsent(day, d -> new ArrayList<>()).add(errand);
  }

  private static Bottles.Asked all(BottleAct act, List<BottleId> labels, String words) {
    return new Bottles.Asked(
        labels.stream().map(label -> BottleRequest.of(act, label, words)).toList());
  }

  /** A yes and a no are both all; a no with this code counts as its kind. */
  private void move(Process p, Bottles.Asked asked, Expected expected, Consumer<Boolean> done) {
    acts.move(
        p,
        asked,
        Staff.HEAD,
        clinic
            .errands()
            .heard(
                yes -> done.accept(true),
                refusal -> {
                  if (refusal.code().equals(expected.code())) {
                    clinic.counts.reached(expected.kind());
                  }
                  done.accept(true);
                },
                done));
  }

  /** A no that counts as its kind. */
  private record Expected(FaultKind kind, String code) {
    static final Expected NOTHING = new Expected(FaultKind.RESTS_POOLED, "");
  }

  private void then(Bottles.Asked asked) {
    clinic.errands().add((p, done) -> move(p, asked, Expected.NOTHING, done));
  }

  // A delivery that is not as it should be.

  private void abnormal(Dice dice) {
    Receipt.Cause cause = List.of(Receipt.Cause.values()).get(dice.between(0, 3));
    int expires = dice.between(LOOKED_AT, EXPIRES_MOST);
    boolean released = dice.permille(500);
    noted(Goods.USUAL);
    clinic
        .errands()
        .add(
            (p, done) ->
                acts.deliver(
                    p,
                    Goods.USUAL,
                    Set.of(cause),
                    expires,
                    clinic
                        .errands()
                        .heard(
                            receipt -> {
                              quarantined(labels(receipt), released);
                              done.accept(true);
                            },
                            no -> done.accept(true),
                            done)));
  }

  private static List<BottleId> labels(Receipt receipt) {
    return receipt.lines().stream().flatMap(line -> line.labels().stream()).toList();
  }

  private void noted(Goods goods) {
    clinic
        .errands()
        .add(
            (p, done) ->
                new Receiving(p.house)
                    .product(
                        p.session(Staff.PHARMACIST),
                        goods.product(),
                        clinic.errands().heard(done)));
  }

  /** Somebody wants one all the same; then two release all of them, or send them back. */
  private void quarantined(List<BottleId> labels, boolean released) {
    Bottles.Asked one = all(BottleAct.ISSUE, labels.subList(0, 1), "");
    clinic
        .errands()
        .add(
            (p, done) ->
                move(
                    p, one, new Expected(FaultKind.DELIVERY_ABNORMAL, "bottle-quarantined"), done));
    then(all(released ? BottleAct.RELEASE : BottleAct.SEND_BACK, labels, "looked at by two"));
  }

  // A bottle breaks.

  private void breaks(int day, Dice dice) {
    int place = dice.between(0, Integer.MAX_VALUE - 1);
    int paper = day + dice.between(1, PAPER_MOST);
    if (dice.permille(IN_MID_DAY_PERMILLE)) {
      long when = dice.between(0, FIRST_HOURS) * Clinic.SECOND;
      clinic.time.after(
          clinic.world,
          when,
          () -> clinic.errands().add((p, done) -> breaksMounted(p, paper, done)));
    } else {
      clinic
          .errands()
          .add(
              (p, done) ->
                  look(p, b -> true, all -> breaks(p, some(all, place), paper, done), done));
    }
  }

  private static Optional<Bottle> some(List<Bottle> all, int place) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(place % all.size()));
  }

  private void breaksMounted(Process p, int paper, Consumer<Boolean> done) {
    look(
        p,
        b -> b.state() == BottleState.MOUNTED,
        all -> breaks(p, all.stream().findFirst(), paper, done),
        done);
  }

  private void breaks(Process p, Optional<Bottle> which, int paper, Consumer<Boolean> done) {
    if (which.filter(b -> b.state() != BottleState.BROKEN).isEmpty()) {
      done.accept(true);
      return;
    }
    List<BottleId> label = List.of(which.get().label());
    acts.move(
        p,
        all(BottleAct.BREAK, label, ""),
        Staff.HEAD,
        clinic
            .errands()
            .heard(
                yes -> {
                  clinic.counts.reached(FaultKind.BOTTLE_BREAKS);
                  on(
                      paper,
                      (later, over) ->
                          move(
                              later,
                              all(BottleAct.SETTLE, label, "fell down"),
                              Expected.NOTHING,
                              over));
                  changed(p);
                  done.accept(true);
                },
                no -> done.accept(true),
                done));
  }

  private void changed(Process p) {
    for (int i = 0; i < clinic.stations.size(); i++) {
      p.post(i).counter.stockChanged();
    }
  }

  private void look(
      Process p,
      Predicate<Bottle> which,
      Consumer<List<Bottle>> then,
      Consumer<Boolean> otherwise) {
    acts.ask(
        p,
        reads -> reads.stock().bottles().stream().filter(which).toList(),
        then,
        () -> otherwise.accept(false));
  }

  // Bottles that are too old.

  /** Expires unused; somebody takes one, may not open it, and all are sent back. */
  private void shortDated(int day) {
    noted(Goods.SHORT_DATED);
    clinic
        .errands()
        .add(
            (p, done) ->
                acts.deliver(
                    p,
                    Goods.SHORT_DATED,
                    Set.of(),
                    EXPIRES,
                    clinic
                        .errands()
                        .heard(
                            receipt -> {
                              expired(day + LOOKED_AT, labels(receipt));
                              done.accept(true);
                            },
                            no -> done.accept(true),
                            done)));
  }

  private void expired(int day, List<BottleId> labels) {
    List<BottleId> one = labels.subList(0, 1);
    on(day, (p, done) -> move(p, all(BottleAct.ISSUE, one, ""), Expected.NOTHING, done));
    on(
        day,
        (p, done) ->
            move(
                p,
                all(BottleAct.OPEN, one, ""),
                new Expected(FaultKind.BOTTLE_EXPIRED, "batch-expired"),
                done));
    on(day, (p, done) -> move(p, all(BottleAct.PUT_BACK, one, ""), Expected.NOTHING, done));
    on(
        day,
        (p, done) -> move(p, all(BottleAct.QUARANTINE, labels, "expired"), Expected.NOTHING, done));
    on(
        day,
        (p, done) -> move(p, all(BottleAct.SEND_BACK, labels, "expired"), Expected.NOTHING, done));
  }

  private void tooOld(Process p, Consumer<Boolean> done) {
    LocalDate today = p.house.calendar().today();
    look(
        p,
        b -> b.state() == BottleState.OPEN && b.inUseUntil().filter(today::isAfter).isPresent(),
        all ->
            all.stream()
                .findFirst()
                .ifPresentOrElse(bottle -> mountedOld(p, bottle, done), () -> done.accept(true)),
        done);
  }

  private void mountedOld(Process p, Bottle bottle, Consumer<Boolean> done) {
    BottleRequest mount =
        new BottleRequest(
            BottleAct.MOUNT,
            bottle.label(),
            Optional.of(clinic.stations.getFirst().id),
            Optional.empty(),
            Optional.of(shelf.gross(bottle.label())),
            Optional.empty(),
            "");
    move(
        p,
        new Bottles.Asked(List.of(mount)),
        new Expected(FaultKind.BOTTLE_IN_USE_OVER, "in-use-over"),
        done);
  }

  // A rest is knocked over: two count that nothing is left, and the bottle is empty.

  private void spilt(Process p, Consumer<Boolean> done) {
    acts.ask(
        p,
        StockDays::rest,
        rest -> rest.ifPresentOrElse(bottle -> spilt(p, bottle, done), () -> done.accept(true)),
        () -> done.accept(false));
  }

  private static Optional<Bottle> rest(Reads reads) {
    return reads.stock().bottles().stream()
        .filter(b -> b.state() == BottleState.OPEN)
        .filter(b -> reads.balance(b.own(), b.batch()).isLessThan(REST))
        .findFirst();
  }

  private void spilt(Process p, Bottle bottle, Consumer<Boolean> done) {
    shelf.spilt(bottle.label());
    acts.move(
        p,
        acts.counted(bottle.label(), "knocked over"),
        Staff.HEAD,
        clinic
            .errands()
            .heard(
                yes -> {
                  clinic.counts.reached(FaultKind.REST_SPILT);
                  then(all(BottleAct.EMPTY, List.of(bottle.label()), ""));
                  done.accept(true);
                },
                no -> done.accept(true),
                done));
  }
}

package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.stock.Bottles;
import clinic.mmt.dispenser.app.stock.Receiving;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleLabel;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.main.simulate.device.Dice;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Whoever puts a bottle on a station: delivered, issued, opened by two, weighed and mounted by its
 * label, one act after the other, with what goes wrong at each.
 */
final class StockKeeper {

  private static final long AGAIN_NANOS = 2 * Clinic.SECOND;
  private static final int STEPS_MOST = 60;
  private static final int BY_ONE_PERMILLE = 60;
  private static final int OUT_OF_TURN_PERMILLE = 400;
  private static final int WRONG_LABEL_PERMILLE = 60;
  private static final int WEIGHT_OFF_PERMILLE = 50;
  private static final int INTERRUPTED_PERMILLE = 6;
  private static final int DIES_WITHIN_MICROS = 1_200;

  /** A hand on the bottle scale. */
  private static final Mass HAND = Mass.ofGrams(25);

  private static final int EXPIRES_LEAST = 60;
  private static final int EXPIRES_MOST = 300;

  /** One wish for a bottle on a station. */
  private static final class Flow {
    final Process p;
    final Station station;
    final Optional<Goods> goods;
    final Runnable then;
    final Dice dice;

    /** What went wrong in it already; each kind once. */
    final Set<FaultKind> seen = EnumSet.noneOf(FaultKind.class);

    /** Its weight is not that of the book: two count it next. */
    Optional<BottleId> toCount = Optional.empty();

    boolean handOnScale;
    int steps;

    Flow(Process p, Station station, Optional<Goods> goods, Runnable then, Dice dice) {
      this.p = p;
      this.station = station;
      this.goods = goods;
      this.then = then;
      this.dice = dice;
    }
  }

  private final Clinic clinic;
  private final Shelf shelf;
  private final StockActs acts;
  private final Map<String, Flow> flows = new HashMap<>();
  private final Set<BatchId> stopped = new HashSet<>();
  private int wishes;

  StockKeeper(Clinic clinic, Shelf shelf, StockActs acts) {
    this.clinic = clinic;
    this.shelf = shelf;
    this.acts = acts;
  }

  /** A bottle of these goods on a station. */
  void mount(Process p, Station station, Goods goods, Runnable then) {
    begin(p, station, Optional.of(goods), then);
  }

  /** A bottle that is nearly empty, if there is one; {@code then} only where there is. */
  void mountRest(Process p, Station station, Runnable then) {
    begin(p, station, Optional.empty(), then);
  }

  /** The batch of the mounted bottle is stopped: nobody pours from it any more (H90). */
  void batchStopped(Process p, Station station, Runnable then) {
    acts.ask(
        p,
        reads -> reads.mounted(station.id),
        on -> {
          on.ifPresent(bottle -> stopped.add(bottle.batch()));
          mount(p, station, Goods.USUAL, then);
        },
        then);
  }

  private void begin(Process p, Station station, Optional<Goods> goods, Runnable then) {
    Flow before = flows.get(station.id.value());
    if (before != null && before.p == p) {
      then.run(); // somebody is at it
      return;
    }
    Flow flow = new Flow(p, station, goods, then, clinic.dice(42, ++wishes));
    flows.put(station.id.value(), flow);
    step(flow);
  }

  private void ends(Flow flow, boolean done) {
    flows.remove(flow.station.id.value(), flow);
    if (done) {
      clinic.time.soon(flow.p.life, flow.then);
    }
  }

  private void again(Flow flow) {
    clinic.time.after(flow.p.life, AGAIN_NANOS, () -> step(flow));
  }

  private boolean happens(Flow flow, FaultKind kind, int permille) {
    return !flow.seen.contains(kind) && clinic.happens(flow.dice, kind, permille);
  }

  /** What to do, and whether the tube is to be filled by it. */
  private record Look(StockPlan.Next next, boolean lineEmpty) {}

  private void step(Flow flow) {
    if (++flow.steps > STEPS_MOST) {
      clinic.judge.stuck("", "no bottle gets onto " + flow.station.id.value());
      ends(flow, true);
      return;
    }
    LocalDate today = flow.p.house.calendar().today();
    acts.ask(
        flow.p,
        reads -> {
          StockPlan plan = new StockPlan(reads, today, stopped);
          return new Look(
              flow.goods
                  .map(goods -> plan.next(flow.station.id, goods))
                  .orElseGet(() -> plan.nearlyEmpty(flow.station.id)),
              plan.lineEmpty(flow.station.id));
        },
        look -> act(flow, look),
        () -> again(flow));
  }

  private void act(Flow flow, Look look) {
    if (flow.toCount.isPresent()) {
      count(flow, flow.toCount.get());
      return;
    }
    switch (look.next()) {
      case StockPlan.Next.Ready ready -> ends(flow, true);
      case StockPlan.Next.None none -> ends(flow, false);
      case StockPlan.Next.Note note ->
          new Receiving(flow.p.house)
              .product(
                  flow.p.session(Staff.PHARMACIST),
                  flow.goods.orElse(Goods.USUAL).product(),
                  answer -> heard(flow, answer, yes -> step(flow), no -> again(flow)));
      case StockPlan.Next.Deliver deliver -> {
        Goods goods = flow.goods.orElse(Goods.USUAL);
        acts.deliver(
            flow.p,
            goods,
            Set.of(),
            flow.dice.between(EXPIRES_LEAST, EXPIRES_MOST),
            answer -> heard(flow, answer, yes -> step(flow), no -> again(flow)));
      }
      case StockPlan.Next.Act act -> act(flow, act, look.lineEmpty());
    }
  }

  private void act(Flow flow, StockPlan.Next.Act next, boolean lineEmpty) {
    Bottle first = next.bottles().getFirst();
    switch (next.act()) {
      case OPEN -> open(flow, next, first);
      case MOUNT -> mountOn(flow, next, first, lineEmpty);
      case UNMOUNT ->
          move(flow, new Bottles.Asked(List.of(weighed(first, BottleAct.UNMOUNT, ""))), true);
      case POOL -> pool(flow, next);
      default ->
          move(
              flow,
              new Bottles.Asked(
                  next.bottles().stream()
                      .map(b -> BottleRequest.of(next.act(), b.label(), ""))
                      .toList()),
              true);
    }
  }

  private BottleRequest weighed(Bottle bottle, BottleAct act, String words) {
    return new BottleRequest(
        act,
        bottle.label(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(shelf.gross(bottle.label())),
        Optional.empty(),
        words);
  }

  private void open(Flow flow, StockPlan.Next.Act next, Bottle first) {
    String why = stopped.isEmpty() ? "" : "earlier ones are of a stopped batch";
    if (next.other().isPresent()
        && stopped.isEmpty()
        && happens(flow, FaultKind.BOTTLE_OUT_OF_TURN, OUT_OF_TURN_PERMILLE)) {
      flow.seen.add(FaultKind.BOTTLE_OUT_OF_TURN);
      BottleId later = next.other().get().label();
      move(flow, new Bottles.Asked(List.of(BottleRequest.of(BottleAct.OPEN, later, ""))), true);
      return;
    }
    boolean alone = happens(flow, FaultKind.BOTTLE_OPENED_BY_ONE, BY_ONE_PERMILLE);
    if (alone) {
      flow.seen.add(FaultKind.BOTTLE_OPENED_BY_ONE);
    }
    move(
        flow,
        new Bottles.Asked(List.of(BottleRequest.of(BottleAct.OPEN, first.label(), why))),
        !alone);
  }

  private void mountOn(Flow flow, StockPlan.Next.Act next, Bottle first, boolean lineEmpty) {
    BottleId label = first.label();
    if (happens(flow, FaultKind.BOTTLE_WRONG_LABEL, WRONG_LABEL_PERMILLE)) {
      flow.seen.add(FaultKind.BOTTLE_WRONG_LABEL);
      label = next.other().map(Bottle::label).orElseGet(() -> BottleLabel.of(1 << 20));
    }
    Mass gross = shelf.gross(first.label());
    if (happens(flow, FaultKind.BOTTLE_WEIGHT_OFF, WEIGHT_OFF_PERMILLE)) {
      flow.seen.add(FaultKind.BOTTLE_WEIGHT_OFF);
      flow.handOnScale = true;
      gross = gross.plus(HAND);
    }
    Volume line = new Volume(lineEmpty ? Shelf.LINE_NANOLITRES / 1000 : 0);
    move(
        flow,
        new Bottles.Asked(
            List.of(
                new BottleRequest(
                    BottleAct.MOUNT,
                    label,
                    Optional.of(flow.station.id),
                    Optional.empty(),
                    Optional.of(gross),
                    Optional.of(line),
                    ""))),
        true);
  }

  private void pool(Flow flow, StockPlan.Next.Act next) {
    clinic.counts.reached(FaultKind.RESTS_POOLED);
    BottleId into = next.other().orElseThrow().label();
    move(
        flow,
        new Bottles.Asked(
            next.bottles().stream()
                .map(
                    b ->
                        new BottleRequest(
                            BottleAct.POOL,
                            b.label(),
                            Optional.empty(),
                            Optional.of(into),
                            Optional.empty(),
                            Optional.empty(),
                            "rests"))
                .toList()),
        true);
  }

  /** Two persons measure what is there; the book says the same from then on. */
  private void count(Flow flow, BottleId label) {
    flow.toCount = Optional.empty();
    move(flow, acts.counted(label, "weight"), true);
  }

  private void move(Flow flow, Bottles.Asked asked, boolean byTwo) {
    if (happens(flow, FaultKind.STOCK_INTERRUPTED, INTERRUPTED_PERMILLE)) {
      flow.seen.add(FaultKind.STOCK_INTERRUPTED);
      clinic.counts.reached(FaultKind.STOCK_INTERRUPTED);
      long within = flow.dice.between(0, DIES_WITHIN_MICROS) * 1000L;
      clinic.time.after(clinic.world, within, clinic::die);
    }
    acts.move(
        flow.p, asked, byTwo ? Staff.HEAD : Staff.PHARMACIST, answer -> moved(flow, asked, answer));
  }

  private void moved(Flow flow, Bottles.Asked asked, Answered<Bottles.Moved> answer) {
    heard(
        flow,
        answer,
        yes -> {
          if (asked.act() == BottleAct.MOUNT) {
            ends(flow, true);
          } else {
            clinic.time.soon(flow.p.life, () -> step(flow));
          }
        },
        no -> refused(flow, asked, no));
  }

  private void refused(Flow flow, Bottles.Asked asked, Refusal refusal) {
    switch (refusal.code()) {
      case "weight-not-book" -> {
        clinic.counts.reached(FaultKind.BOTTLE_WEIGHT_OFF);
        if (!flow.handOnScale) {
          flow.toCount = Optional.of(asked.all().getFirst().bottle());
        }
        flow.handOnScale = false;
      }
      case "earlier-expiry" -> clinic.counts.reached(FaultKind.BOTTLE_OUT_OF_TURN);
      case "second-signature-needed" -> clinic.counts.reached(FaultKind.BOTTLE_OPENED_BY_ONE);
      case "unknown-bottle" -> clinic.counts.reached(FaultKind.BOTTLE_WRONG_LABEL);
      case "bottle-elsewhere" -> {
        if (flow.seen.contains(FaultKind.BOTTLE_WRONG_LABEL)) {
          clinic.counts.reached(FaultKind.BOTTLE_WRONG_LABEL);
        }
      }
      default -> {}
    }
    if (refusal.code().equals("pour-in-progress")) {
      again(flow);
    } else {
      clinic.time.soon(flow.p.life, () -> step(flow));
    }
  }

  /** What failed is wished for again; a no is told, and whoever asked does what it says. */
  private <T> void heard(Flow flow, Answered<T> answer, Consumer<T> yes, Consumer<Refusal> no) {
    switch (answer) {
      case Answered.Yes<T>(T what) -> yes.accept(what);
      case Answered.No<T>(Refusal refusal) -> {
        clinic.judge.refused(refusal.code(), refusal.liftedBy());
        clinic.story.note(clinic, () -> "stock: " + refusal.code());
        no.accept(refusal);
      }
      case Answered.Failed<T> f -> again(flow);
    }
  }
}

package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.stock.Bottles;
import clinic.mmt.dispenser.app.stock.Receiving;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the people of the stock do with their hands: look, take in, move by two, count. */
final class StockActs {

  private final Clinic clinic;
  private final Shelf shelf;
  private int papers;

  StockActs(Clinic clinic, Shelf shelf) {
    this.clinic = clinic;
    this.shelf = shelf;
  }

  /** Looks into the cabinets, as a decision that writes nothing. */
  <T> void ask(Process p, Function<Reads, T> look, Consumer<T> then, Runnable failed) {
    p.house
        .journal()
        .transact(
            new Transaction<T>(
                "stock",
                p.house.clock().instant(),
                reads -> Decision.accept(List.of(), look.apply(reads))),
            outcome -> {
              if (outcome instanceof Outcome.Done<T> done) {
                clinic.time.soon(p.life, () -> then.accept(done.answer()));
              } else {
                failed.run();
              }
            });
  }

  /** A count by two, with the cylinder. */
  Bottles.Asked counted(BottleId label, String words) {
    return new Bottles.Asked(
        List.of(
            new BottleRequest(
                BottleAct.COUNT,
                label,
                Optional.empty(),
                Optional.empty(),
                Optional.of(shelf.gross(label)),
                Optional.of(new Volume(shelf.microlitres(label))),
                words)));
  }

  /** The pharmacist does it, and somebody signs besides. */
  void move(Process p, Bottles.Asked asked, Staff second, Consumer<Answered<Bottles.Moved>> reply) {
    new Bottles(p.house)
        .move(
            p.session(Staff.PHARMACIST),
            Optional.of(HomeDoses.second(p, second, asked.digest())),
            asked,
            reply);
  }

  /** A delivery with its papers; the labels stick on the containers when it is in. */
  void deliver(
      Process p,
      Goods goods,
      Set<Receipt.Cause> causes,
      int expiresIn,
      Consumer<Answered<Receipt>> reply) {
    BatchId batch = shelf.nextLot();
    String number = Integer.toString(++papers);
    Receiving.Came came =
        new Receiving.Came(
            batch,
            goods.id(),
            p.house.calendar().today().plusDays(expiresIn),
            goods == Goods.UNMEASURED ? Optional.empty() : Optional.of(shelf.density(batch)),
            goods.containers,
            goods.containers);
    new Receiving(p.house)
        .receive(
            p.session(Staff.PHARMACIST),
            new Receiving.Delivery(
                new Receipt.Papers("N-" + number, "HD-" + number, "QD-" + number),
                "somebody",
                List.of(came),
                causes,
                causes.isEmpty() ? "" : "as seen"),
            reply);
  }
}

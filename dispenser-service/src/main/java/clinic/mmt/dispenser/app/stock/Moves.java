package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.bottle.BottleDecisions;
import clinic.mmt.dispenser.domain.bottle.BottleMove;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.StockAnswer;
import clinic.mmt.dispenser.domain.bottle.StockNo;
import clinic.mmt.dispenser.domain.bottle.StockValues;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockFact;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several bottles are moved in one entry, all of them or none. */
final class Moves {

  private Moves() {}

  /** What came of it. */
  sealed interface Answer {
    /** All of them, with what is to be written of it. */
    record Done(List<Fact> facts, Bottles.Moved moved) implements Answer {}

    /** None. */
    record No(Refusal why) implements Answer {}
  }

  static Answer decide(Reads reads, List<BottleRequest> all, StockValues values) {
    ReadBook book = new ReadBook(reads);
    List<Fact> facts = new ArrayList<>();
    List<BottleMove> moves = new ArrayList<>();
    List<BottleId> off = new ArrayList<>();
    for (BottleRequest one : all) {
      switch (BottleDecisions.decide(one, book, values)) {
        case StockAnswer.No(StockNo why) -> {
          return new Answer.No(Refusal.of(why));
        }
        case StockAnswer.Done done -> {
          book.post(done.postings());
          facts.addAll(facts(reads, done));
          moves.add(done.move());
          if (done.weightOff()) {
            off.add(done.move().bottle());
          }
        }
      }
    }
    return new Answer.Done(
        List.copyOf(facts), new Bottles.Moved(List.copyOf(moves), List.copyOf(off)));
  }

  /** What a pump draws from is told apart from where a bottle stands. */
  private static List<Fact> facts(Reads reads, StockAnswer.Done done) {
    BottleMove move = done.move();
    Fact moved = new StockFact.BottleMoved(move, done.postings());
    boolean wasMounted =
        reads.stock().bottle(move.bottle()).orElseThrow().state() == BottleState.MOUNTED;
    if (move.to() == BottleState.MOUNTED) {
      List<Fact> facts = new ArrayList<>(List.of(moved, mounted(reads, move)));
      facts.addAll(
          LineStrength.owed(
              reads,
              move.station().orElseThrow(),
              reads.batch(move.batch()).orElseThrow(),
              move.by()));
      return List.copyOf(facts);
    }
    return wasMounted
        ? List.of(
            moved,
            new Fact.BottleUnmounted(
                move.station().orElseThrow(), move.bottle(), move.act().name()))
        : List.of(moved);
  }

  private static Fact mounted(Reads reads, BottleMove move) {
    Batch batch = reads.batch(move.batch()).orElseThrow();
    LocalDate expiry = reads.stock().batch(move.batch()).orElseThrow().expiry();
    LocalDate until = move.inUseUntil().filter(expiry::isAfter).orElse(expiry);
    Volume container = reads.stock().bottle(move.bottle()).orElseThrow().container();
    return new Fact.BottleMounted(
        move.station().orElseThrow(),
        new MountedBottle(
            move.bottle(),
            move.batch(),
            batch.concentration(),
            batch.density(),
            Optional.of(new MountedBottle.Labelled(container, until))),
        List.of());
  }
}

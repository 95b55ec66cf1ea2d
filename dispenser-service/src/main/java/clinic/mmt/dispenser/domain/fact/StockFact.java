package clinic.mmt.dispenser.domain.fact;

import clinic.mmt.dispenser.domain.bottle.BottleMove;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Posting;
import java.util.List;

/** Bottles of the stock under our own labels, from their receipt on. */
public sealed interface StockFact extends Fact {

  /** A product in one size of container; a later note replaces it. */
  record ProductNoted(Product product, StaffId by) implements StockFact {}

  /** A delivery was taken in; each container has a label of ours from now on. */
  record StockReceived(Receipt receipt, List<Posting> postings) implements StockFact {}

  /**
   * Something was done with a bottle. That a pump draws from it, or no longer does, is told by a
   * {@link Fact.BottleMounted} or {@link Fact.BottleUnmounted} beside it.
   */
  record BottleMoved(BottleMove move, List<Posting> postings) implements StockFact {}
}

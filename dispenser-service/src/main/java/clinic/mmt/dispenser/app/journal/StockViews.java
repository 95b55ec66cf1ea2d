package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.bottle.BottleMove;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.fact.StockDayFact;

/**
 * Bottles of the stock; a store refuses a label or a document number that was used, and a cabinet
 * below zero.
 */
public interface StockViews {

  /** A product, in place of what was noted before. */
  void product(Product product);

  /** A delivery with its batches and bottles. */
  void received(Receipt receipt);

  /** A bottle stands elsewhere; the one that took its rest is used no longer than either. */
  void moved(BottleMove move);

  /** Something of the day of the stock; a store refuses a second one of its sort and subject. */
  void ofDay(StockDayFact fact, long sequence);
}

package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.stock.BatchId;
import java.time.LocalDate;

/**
 * What the label of a batch says besides its strength.
 *
 * @param id its number
 * @param product which product it is of
 * @param expiry the last day it may be used
 */
public record StockBatch(BatchId id, ProductId product, LocalDate expiry) {

  /** Whether it may not be used any more on {@code day}. */
  public boolean expired(LocalDate day) {
    return day.isAfter(expiry);
  }
}

package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What a decision about stock looks at. */
public interface StockBook {

  /** A bottle of the stock. */
  Optional<Bottle> bottle(BottleId label);

  /** Strength and density of a batch. */
  Optional<Batch> batch(BatchId batch);

  /** Product and expiry of a batch. */
  Optional<StockBatch> sheet(BatchId batch);

  /** A product. */
  Optional<Product> product(ProductId product);

  /** What an account holds of a batch. */
  Volume balance(Account account, BatchId batch);

  /** What fills the line of a station, by batch; none that is zero. */
  Map<BatchId, Volume> line(StationId station);

  /** The bottle that a station draws from. */
  Optional<BottleId> mounted(StationId station);

  /** Whether a pour at a station has its stock reserved. */
  boolean pouring(StationId station);

  /**
   * Whether a closed bottle of the same solution, in a cabinet of ours, expires before {@code
   * expiry} and not before {@code today}.
   */
  boolean earlier(Product like, LocalDate expiry, LocalDate today);

  /** Whether our own number of a receipt was given before. */
  boolean known(Receipt.Papers papers);
}

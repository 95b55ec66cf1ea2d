package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.bottle.StockBatch;
import clinic.mmt.dispenser.domain.bottle.StockBook;
import clinic.mmt.dispenser.domain.dispense.Order;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The views as a decision about stock looks at them, with what it has posted already. */
public final class ReadBook implements StockBook {

  private final Reads reads;
  private final Map<Place, Volume> posted = new HashMap<>();

  private record Place(Account account, BatchId batch) {}

  /** Over the views of a transaction. */
  public ReadBook(Reads reads) {
    this.reads = reads;
  }

  /** What was decided for one bottle of several counts for the next. */
  public void post(List<Posting> postings) {
    for (Posting posting : postings) {
      posting
          .legs()
          .forEach(
              leg ->
                  posted.merge(
                      new Place(leg.account(), posting.batch()), leg.change(), Volume::plus));
    }
  }

  @Override
  public Optional<Bottle> bottle(BottleId label) {
    return reads.stock().bottle(label);
  }

  @Override
  public Optional<Batch> batch(BatchId batch) {
    return reads.batch(batch);
  }

  @Override
  public Optional<StockBatch> sheet(BatchId batch) {
    return reads.stock().batch(batch);
  }

  @Override
  public Optional<Product> product(ProductId product) {
    return reads.stock().product(product);
  }

  @Override
  public Volume balance(Account account, BatchId batch) {
    return reads
        .balance(account, batch)
        .plus(posted.getOrDefault(new Place(account, batch), Volume.ZERO));
  }

  @Override
  public Map<BatchId, Volume> line(StationId station) {
    return reads.stock().in(new Account(AccountKind.LINE, station.value()));
  }

  /** A bottle of the first form, without a label, is simply replaced. */
  @Override
  public Optional<BottleId> mounted(StationId station) {
    return labelled(reads, station);
  }

  /** The bottle with a label that a station draws from. */
  public static Optional<BottleId> labelled(Reads reads, StationId station) {
    return reads
        .mounted(station)
        .map(MountedBottle::bottle)
        .filter(label -> reads.stock().bottle(label).isPresent());
  }

  @Override
  public boolean pouring(StationId station) {
    return reads.atStation(station).stream().anyMatch(this::reserved);
  }

  private boolean reserved(State state) {
    Account account = new Account(AccountKind.RESERVED, state.dose().id().value());
    return state
        .dose()
        .order()
        .map(Order::batch)
        .map(batch -> reads.balance(account, batch).isMoreThan(Volume.ZERO))
        .orElse(false);
  }

  @Override
  public boolean earlier(Product like, LocalDate expiry, LocalDate today) {
    return reads.stock().earlier(like, expiry, today);
  }

  @Override
  public boolean known(Receipt.Papers papers) {
    return reads.stock().receiptKnown(papers.ours());
  }
}

package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.bottle.StockBatch;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bottles of the stock, and what every account holds. */
public interface StockReads {

  /** A product. */
  Optional<Product> product(ProductId product);

  /** All products, by id. */
  List<Product> products();

  /** Product and expiry of a batch that came with a receipt. */
  Optional<StockBatch> batch(BatchId batch);

  /** All of those, the earliest expiry first. */
  List<StockBatch> batches();

  /** A bottle. */
  Optional<Bottle> bottle(BottleId label);

  /** All bottles that are not empty, settled or sent back, by label; a long read. */
  List<Bottle> bottles();

  /** How many bottles ever got a label. */
  int labelled();

  /** All deliveries, the latest first; a long read. */
  List<Taken> receipts();

  /** Whether our number of a document was used. */
  boolean receiptKnown(String ours);

  /**
   * Whether a closed bottle of the same solution, in the store or the day cabinet, expires before
   * {@code expiry} and not before {@code today}.
   */
  boolean earlier(Product like, LocalDate expiry, LocalDate today);

  /** What an account holds, by batch; nothing that is zero. */
  Map<BatchId, Volume> in(Account account);

  /** What all accounts of a kind hold together, by batch and kind; a long read. */
  List<Held> held();

  /** Every account of a kind that is not zero, by what it is of and batch; a long read. */
  List<InAccount> accounts(AccountKind kind);

  /** Opening checks, custody, counts and closes. */
  StockDayReads days();

  /** What one account holds of a batch. */
  record InAccount(Account account, BatchId batch, Volume volume) {}

  /**
   * A delivery as it was taken in; its bottles name it.
   *
   * @param id of the receipt
   * @param day clinic day
   * @param papers the record in three copies
   * @param deliverer name of who brought it
   * @param receiver who took it in
   * @param causes what was abnormal
   * @param words about it
   */
  record Taken(
      String id,
      LocalDate day,
      Receipt.Papers papers,
      String deliverer,
      StaffId receiver,
      Set<Receipt.Cause> causes,
      String words) {

    /** Of a receipt. */
    public static Taken of(Receipt r) {
      return new Taken(
          r.id(), r.day(), r.papers(), r.deliverer(), r.receiver(), r.causes(), r.words());
    }
  }

  /**
   * All accounts of one kind together.
   *
   * @param batch the batch
   * @param kind sort of place
   * @param volume what they hold together
   */
  record Held(BatchId batch, AccountKind kind, Volume volume) {}
}

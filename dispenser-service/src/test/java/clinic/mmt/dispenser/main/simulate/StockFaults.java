package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.StockDayReads;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.StockBatch;
import clinic.mmt.dispenser.domain.fact.StockFact;
import clinic.mmt.dispenser.domain.staff.ActKind;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Faults of cabinets and bottles, as other systems had them. */
final class StockFaults {

  private StockFaults() {}

  static Fitting stock(UnaryOperator<StockReads> wrong) {
    return JournalFaults.reads(
        real ->
            new WrongReads(real) {
              @Override
              public StockReads stock() {
                return wrong.apply(super.stock());
              }
            });
  }

  /** The second signature for an opening is asked for, and not kept. */
  static Fitting openedByOne() {
    return OfficeFaults.notSigned(ActKind.OPEN_BOTTLE);
  }

  /** A rest that is poured together with others is lost on the way. */
  static Fitting restNotPosted() {
    return Tampered.eachFact(
        f ->
            f instanceof StockFact.BottleMoved m && m.move().act() == BottleAct.POOL
                ? new StockFact.BottleMoved(m.move(), List.of())
                : f);
  }

  /** What was in a broken bottle stays in its account. */
  static Fitting brokenNotPosted() {
    return Tampered.eachFact(
        f ->
            f instanceof StockFact.BottleMoved m && m.move().act() == BottleAct.BREAK
                ? new StockFact.BottleMoved(m.move(), List.of())
                : f);
  }

  /** Whichever closed bottle is at hand is opened. */
  static Fitting anyTurn() {
    return stock(
        real ->
            new Same(real) {
              @Override
              public boolean earlier(Product like, LocalDate expiry, LocalDate today) {
                return false;
              }
            });
  }

  /** Nobody looks whether a bottle is in quarantine. */
  static Fitting quarantineIgnored() {
    return stock(
        real ->
            new Same(real) {
              @Override
              public Optional<Bottle> bottle(BottleId label) {
                return super.bottle(label).map(StockFaults::free);
              }
            });
  }

  private static Bottle free(Bottle b) {
    return b.state() == BottleState.QUARANTINED
        ? new Bottle(
            b.label(),
            b.batch(),
            b.product(),
            b.container(),
            b.stands(),
            Optional.empty(),
            b.inUseUntil(),
            b.station(),
            b.receipt())
        : b;
  }

  /** The stock as it is. */
  static class Same implements StockReads {

    private final StockReads real;

    Same(StockReads real) {
      this.real = real;
    }

    @Override
    public Optional<Product> product(ProductId product) {
      return real.product(product);
    }

    @Override
    public List<Product> products() {
      return real.products();
    }

    @Override
    public Optional<StockBatch> batch(BatchId batch) {
      return real.batch(batch);
    }

    @Override
    public List<StockBatch> batches() {
      return real.batches();
    }

    @Override
    public Optional<Bottle> bottle(BottleId label) {
      return real.bottle(label);
    }

    @Override
    public List<Bottle> bottles() {
      return real.bottles();
    }

    @Override
    public int labelled() {
      return real.labelled();
    }

    @Override
    public List<Taken> receipts() {
      return real.receipts();
    }

    @Override
    public boolean receiptKnown(String ours) {
      return real.receiptKnown(ours);
    }

    @Override
    public boolean earlier(Product like, LocalDate expiry, LocalDate today) {
      return real.earlier(like, expiry, today);
    }

    @Override
    public Map<BatchId, Volume> in(Account account) {
      return real.in(account);
    }

    @Override
    public List<Held> held() {
      return real.held();
    }

    @Override
    public List<InAccount> accounts(AccountKind kind) {
      return real.accounts(kind);
    }

    @Override
    public StockDayReads days() {
      return real.days();
    }
  }
}

package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Constraints;
import clinic.mmt.dispenser.app.journal.StockDayReads;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.app.journal.StockViews;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleMove;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.bottle.StockBatch;
import clinic.mmt.dispenser.domain.fact.StockDayFact;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bottles of the stock, their batches and products. */
final class MemoryBottles implements StockViews, StockReads {

  private final UndoMap<ProductId, Product> products;
  private final UndoMap<BatchId, StockBatch> batches;
  private final UndoMap<BottleId, Bottle> bottles;
  private final UndoMap<String, Taken> receipts;
  private final MemoryStock stock;
  private final MemoryStockDays days;

  MemoryBottles(UndoMap.Undo undo, MemoryStock stock) {
    this.products = new UndoMap<>(undo);
    this.batches = new UndoMap<>(undo);
    this.bottles = new UndoMap<>(undo);
    this.receipts = new UndoMap<>(undo);
    this.stock = stock;
    this.days = new MemoryStockDays(undo);
  }

  List<Object> derived() {
    return List.of(products, batches, bottles, receipts, days.derived());
  }

  @Override
  public void product(Product product) {
    products.put(product.id(), product);
  }

  @Override
  public void received(Receipt receipt) {
    if (receipts.has(receipt.papers().ours())) {
      throw new ConstraintBroken(Constraints.RECEIPT_NUMBERED_ONCE);
    }
    receipts.put(receipt.papers().ours(), Taken.of(receipt));
    for (Receipt.Line line : receipt.lines()) {
      batches.put(line.batch(), new StockBatch(line.batch(), line.product(), line.expiry()));
      for (Bottle bottle : receipt.bottles(line)) {
        if (bottles.has(bottle.label())) {
          throw new ConstraintBroken(Constraints.BOTTLE_LABELLED_ONCE);
        }
        bottles.put(bottle.label(), bottle);
      }
    }
  }

  @Override
  public void moved(BottleMove move) {
    bottle(move.bottle()).ifPresent(b -> bottles.put(b.label(), b.after(move)));
    move.into()
        .flatMap(this::bottle)
        .ifPresent(b -> bottles.put(b.label(), b.inUseUntil(move.inUseUntil())));
  }

  @Override
  public Optional<Product> product(ProductId product) {
    return products.get(product);
  }

  @Override
  public List<Product> products() {
    return products.values().stream().sorted(Comparator.comparing(p -> p.id().value())).toList();
  }

  @Override
  public Optional<StockBatch> batch(BatchId batch) {
    return batches.get(batch);
  }

  @Override
  public List<StockBatch> batches() {
    return batches.values().stream()
        .sorted(Comparator.comparing(StockBatch::expiry).thenComparing(batch -> batch.id().value()))
        .toList();
  }

  @Override
  public Optional<Bottle> bottle(BottleId label) {
    return bottles.get(label);
  }

  @Override
  public List<Bottle> bottles() {
    return bottles.values().stream()
        .filter(b -> !b.state().gone())
        .sorted(Comparator.comparing(b -> b.label().value()))
        .toList();
  }

  @Override
  public int labelled() {
    return bottles.values().size();
  }

  @Override
  public List<Taken> receipts() {
    return receipts.values().stream()
        .sorted(
            Comparator.comparing(Taken::day)
                .reversed()
                .thenComparing(taken -> taken.papers().ours()))
        .toList();
  }

  @Override
  public boolean receiptKnown(String ours) {
    return receipts.has(ours);
  }

  @Override
  public boolean earlier(Product like, LocalDate expiry, LocalDate today) {
    return bottles.values().stream()
        .filter(b -> b.state() == BottleState.IN_STORE || b.state() == BottleState.IN_DAY_CABINET)
        .filter(b -> product(b.product()).map(like::sameSolution).orElse(false))
        .flatMap(b -> batch(b.batch()).stream())
        .anyMatch(s -> s.expiry().isBefore(expiry) && !s.expired(today));
  }

  @Override
  public Map<BatchId, Volume> in(Account account) {
    return stock.in(account);
  }

  @Override
  public List<Held> held() {
    return stock.held();
  }

  @Override
  public List<InAccount> accounts(AccountKind kind) {
    return stock.accounts(kind);
  }

  @Override
  public void ofDay(StockDayFact fact, long sequence) {
    days.happened(fact, sequence);
  }

  @Override
  public StockDayReads days() {
    return days;
  }
}

package clinic.mmt.dispenser.domain.bottle;

import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A stock book of maps, that does what decisions say and checks what must always hold. */
final class PaperBook implements StockBook {

  final Map<BottleId, Bottle> bottles = new HashMap<>();
  final List<BottleId> labels = new ArrayList<>();
  final Map<BatchId, Batch> batches = new HashMap<>();
  final Map<BatchId, StockBatch> sheets = new HashMap<>();
  final Map<ProductId, Product> products = new HashMap<>();
  final Set<String> receipts = new HashSet<>();
  final Map<StationId, BottleId> mounted = new HashMap<>();
  final Set<StationId> pouring = new HashSet<>();
  final Map<BatchId, Map<Account, Volume>> balances = new HashMap<>();

  /** Does what was decided. */
  void done(StockAnswer.Done done) {
    BottleMove move = done.move();
    Bottle before = bottles.get(move.bottle());
    if (before == null) {
      throw new IllegalStateException("nothing is decided of a bottle that is not there");
    }
    done.postings().forEach(this::post);
    before.station().ifPresent(mounted::remove);
    Bottle after = before.after(move);
    bottles.put(move.bottle(), after);
    after.station().ifPresent(at -> mounted.put(at, move.bottle()));
    move.into()
        .ifPresent(
            into -> bottles.computeIfPresent(into, (k, b) -> b.inUseUntil(move.inUseUntil())));
  }

  void received(Receipt receipt) {
    receipts.add(receipt.papers().ours());
    for (Receipt.Line line : receipt.lines()) {
      batches.put(line.batch(), new Batch(line.batch(), line.strength(), line.density()));
      sheets.put(line.batch(), new StockBatch(line.batch(), line.product(), line.expiry()));
      for (Bottle bottle : receipt.bottles(line)) {
        bottles.put(bottle.label(), bottle);
        labels.add(bottle.label());
      }
    }
    ReceiptDecisions.postings(receipt).forEach(this::post);
  }

  /** Posts, and checks that nothing of ours falls below zero. */
  void post(Posting posting) {
    Map<Account, Volume> of = balances.computeIfAbsent(posting.batch(), b -> new HashMap<>());
    for (Posting.Leg leg : posting.legs()) {
      Volume now = of.merge(leg.account(), leg.change(), Volume::plus);
      if (ours(leg.account().kind()) && now.isLessThan(Volume.ZERO)) {
        throw new AssertionError(leg.account().path() + " holds " + now);
      }
    }
  }

  /** Places where liquid can lie; the others are where it came from, went, or is missing. */
  static boolean ours(AccountKind kind) {
    return switch (kind) {
      case STORE,
          DAY_CABINET,
          IN_TRANSIT,
          BOTTLE,
          RESERVED,
          LINE,
          CUP,
          TAKE_HOME,
          WASTE,
          HELD,
          DESTROYED,
          OTHER_SITE ->
          true;
      case SUPPLIER, PATIENT, DISCREPANCY, LOSS, SURPLUS -> false;
    };
  }

  /** The sum of all accounts of each batch. */
  List<Long> sums() {
    return balances.values().stream()
        .map(of -> of.values().stream().mapToLong(Volume::microlitres).sum())
        .toList();
  }

  @Override
  public Optional<Bottle> bottle(BottleId label) {
    return Optional.ofNullable(bottles.get(label));
  }

  @Override
  public Optional<Batch> batch(BatchId batch) {
    return Optional.ofNullable(batches.get(batch));
  }

  @Override
  public Optional<StockBatch> sheet(BatchId batch) {
    return Optional.ofNullable(sheets.get(batch));
  }

  @Override
  public Optional<Product> product(ProductId product) {
    return Optional.ofNullable(products.get(product));
  }

  @Override
  public Volume balance(Account account, BatchId batch) {
    return balances.getOrDefault(batch, Map.of()).getOrDefault(account, Volume.ZERO);
  }

  @Override
  public Map<BatchId, Volume> line(StationId station) {
    Account line = new Account(AccountKind.LINE, station.value());
    Map<BatchId, Volume> found = new HashMap<>();
    balances.forEach(
        (batch, of) -> {
          Volume there = of.getOrDefault(line, Volume.ZERO);
          if (!there.equals(Volume.ZERO)) {
            found.put(batch, there);
          }
        });
    return found;
  }

  @Override
  public Optional<BottleId> mounted(StationId station) {
    return Optional.ofNullable(mounted.get(station));
  }

  @Override
  public boolean pouring(StationId station) {
    return pouring.contains(station);
  }

  @Override
  public boolean earlier(Product like, LocalDate expiry, LocalDate today) {
    return bottles.values().stream()
        .filter(b -> b.state().closed())
        .filter(b -> product(b.product()).map(like::sameSolution).orElse(false))
        .flatMap(b -> sheet(b.batch()).stream())
        .anyMatch(s -> s.expiry().isBefore(expiry) && !s.expired(today));
  }

  @Override
  public boolean known(Receipt.Papers papers) {
    return receipts.contains(papers.ours());
  }
}

package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.StockBatch;
import clinic.mmt.dispenser.domain.bottle.StockNo;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the stock holds, as it is read. */
public final class StockPages {

  private final House house;

  /** For one clinic. */
  public StockPages(House house) {
    this.house = house;
  }

  /**
   * A batch.
   *
   * @param sheet product and expiry
   * @param product what it is
   * @param density measured here
   * @param stopped its first doses did not agree (H90)
   */
  public record BatchLine(
      StockBatch sheet, Product product, Optional<Density> density, boolean stopped) {}

  /**
   * A bottle.
   *
   * @param bottle where it stands
   * @param batch product and expiry
   * @param volume what it holds by the book; empty of an opened one while people count it
   * @param floor below it no pour begins
   */
  public record BottleLine(Bottle bottle, BatchLine batch, Optional<Volume> volume, Volume floor) {}

  /** All products, by id. */
  public void products(Session by, Consumer<Answered<List<Product>>> reply) {
    read(by, reads -> reads.stock().products(), reply);
  }

  /** All batches that came with labels, the earliest expiry first. */
  public void batches(Session by, Consumer<Answered<List<BatchLine>>> reply) {
    read(
        by,
        reads -> reads.stock().batches().stream().map(sheet -> line(reads, sheet)).toList(),
        reply);
  }

  /**
   * All bottles with which something can still be done, by label; while people count only the
   * opened ones, without what they hold.
   */
  public void bottles(Session by, Consumer<Answered<List<BottleLine>>> reply) {
    read(
        by,
        reads -> {
          boolean blind = blind(reads);
          return reads.stock().bottles().stream()
              .filter(bottle -> !blind || !bottle.stands().closed())
              .map(bottle -> line(reads, bottle))
              .toList();
        },
        reply);
  }

  /** What all accounts of a kind hold, by batch; not while people count. */
  public void accounts(Session by, Consumer<Answered<List<StockReads.Held>>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    blind(reads)
                        ? Decision.refuse(StockRights.counting())
                        : Decision.accept(List.of(), reads.stock().held())),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private boolean blind(Reads reads) {
    return reads.stock().days().blind(house.calendar().today());
  }

  /** All deliveries, the latest first; for those who take them in, and the head. */
  public void receipts(Session by, Consumer<Answered<List<StockReads.Taken>>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    StockRights.against(by, StockRights.READ_RECEIPTS)
                        .map(Decision::<List<StockReads.Taken>>refuse)
                        .orElseGet(() -> Decision.accept(List.of(), reads.stock().receipts()))),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  /** One bottle, whatever became of it. */
  public void bottle(Session by, BottleId label, Consumer<Answered<BottleLine>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    reads
                        .stock()
                        .bottle(label)
                        .map(b -> Decision.accept(List.of(), line(reads, b)))
                        .orElseGet(() -> Decision.refuse(Refusal.of(StockNo.UNKNOWN_BOTTLE)))),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private <T> void read(Session by, Function<Reads, T> read, Consumer<Answered<T>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads -> Decision.accept(List.of(), read.apply(reads))),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private static BatchLine line(Reads reads, StockBatch sheet) {
    return new BatchLine(
        sheet,
        reads.stock().product(sheet.product()).orElseThrow(),
        reads.batch(sheet.id()).flatMap(Batch::density),
        reads.firstDoses(sheet.id()).stopped());
  }

  private Optional<Volume> volume(Reads reads, Bottle bottle) {
    if (bottle.stands().closed()) {
      return Optional.of(bottle.container());
    }
    return blind(reads)
        ? Optional.empty()
        : Optional.of(reads.balance(bottle.own(), bottle.batch()));
  }

  private BottleLine line(Reads reads, Bottle bottle) {
    return new BottleLine(
        bottle,
        line(reads, reads.stock().batch(bottle.batch()).orElseThrow()),
        volume(reads, bottle),
        house.rules(reads).counter().floorOf(Optional.of(bottle.container())));
  }
}

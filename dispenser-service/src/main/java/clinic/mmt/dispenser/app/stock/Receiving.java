package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.bottle.BottleLabel;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.bottle.ReceiptDecisions;
import clinic.mmt.dispenser.domain.bottle.StockNo;
import clinic.mmt.dispenser.domain.bottle.StockValues;
import clinic.mmt.dispenser.domain.fact.StockFact;
import clinic.mmt.dispenser.domain.stock.Batch;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Density;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Products, and deliveries as they are taken in. */
public final class Receiving {

  private final House house;

  /** For one clinic. */
  public Receiving(House house) {
    this.house = house;
  }

  /**
   * A delivery as somebody tells it.
   *
   * @param papers the record in three copies
   * @param deliverer name of who brought it
   * @param lines batch by batch
   * @param causes what was abnormal
   * @param words about it
   */
  public record Delivery(
      Receipt.Papers papers,
      String deliverer,
      List<Came> lines,
      Set<Receipt.Cause> causes,
      String words) {

    /** Copies. */
    public Delivery {
      lines = List.copyOf(lines);
      causes = Set.copyOf(causes);
    }
  }

  /**
   * What came of one batch.
   *
   * @param batch its number
   * @param product which product; strength and container are the product's
   * @param expiry the last day it may be used
   * @param density measured here; empty: the one known of the batch, or none yet
   * @param onPaper containers that the papers name
   * @param containers that came
   */
  public record Came(
      BatchId batch,
      ProductId product,
      LocalDate expiry,
      Optional<Density> density,
      int onPaper,
      int containers) {}

  /** Notes a product; a later note replaces it. */
  public void product(Session by, Product product, Consumer<Answered<ProductId>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(),
                house.clock().instant(),
                reads ->
                    StockRights.against(by, StockRights.NOTE_PRODUCT)
                        .or(() -> changed(reads, product))
                        .map(Decision::<ProductId>refuse)
                        .orElseGet(
                            () ->
                                Decision.accept(
                                    List.of(new StockFact.ProductNoted(product, by.staff())),
                                    product.id()))),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  /** Strength and container of a product are what its bottles were received with (H11). */
  private static Optional<Refusal> changed(Reads reads, Product product) {
    return reads
        .stock()
        .product(product.id())
        .filter(
            known -> !known.sameSolution(product) || !known.container().equals(product.container()))
        .map(known -> Refusal.of(StockNo.ANOTHER_PRODUCT));
  }

  /** Takes a delivery in; every container gets a label of ours. */
  public void receive(Session by, Delivery delivery, Consumer<Answered<Receipt>> reply) {
    house
        .journal()
        .transact(
            new Transaction<>(
                by.staff().value(), house.clock().instant(), reads -> receive(reads, by, delivery)),
            outcome -> reply.accept(Answered.of(outcome)));
  }

  private Decision<Receipt> receive(Reads reads, Session by, Delivery d) {
    Optional<Refusal> no = StockRights.against(by, StockRights.RECEIVE);
    if (no.isPresent()) {
      return Decision.refuse(no.get());
    }
    LocalDate today = house.calendar().today();
    boolean unknown =
        d.lines().stream().anyMatch(l -> reads.stock().product(l.product()).isEmpty());
    if (unknown) {
      return Decision.refuse(Refusal.of(StockNo.UNKNOWN_PRODUCT));
    }
    Receipt receipt =
        new Receipt(
            house.ids().next("rc"),
            today,
            d.papers(),
            d.deliverer(),
            by.staff(),
            lines(reads, d),
            d.causes(),
            d.words());
    StockValues values = StockValues.of(house.rules(reads).counter(), today, by.staff());
    return ReceiptDecisions.against(receipt, new ReadBook(reads), values)
        .map(why -> Decision.<Receipt>refuse(Refusal.of(why)))
        .orElseGet(
            () ->
                Decision.accept(
                    List.of(
                        new StockFact.StockReceived(receipt, ReceiptDecisions.postings(receipt))),
                    receipt));
  }

  private static List<Receipt.Line> lines(Reads reads, Delivery d) {
    int next = reads.stock().labelled() + 1;
    List<Receipt.Line> lines = new ArrayList<>();
    for (Came came : d.lines()) {
      List<BottleId> labels = new ArrayList<>();
      for (int i = 0; i < came.containers(); i++) {
        labels.add(BottleLabel.of(next++));
      }
      Product product = reads.stock().product(came.product()).orElseThrow();
      lines.add(
          new Receipt.Line(
              came.batch(),
              product.id(),
              product.strength(),
              product.container(),
              came.expiry(),
              came.density().or(() -> reads.batch(came.batch()).flatMap(Batch::density)),
              came.onPaper(),
              labels));
    }
    return List.copyOf(lines);
  }
}

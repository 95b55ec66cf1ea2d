package clinic.mmt.dispenser.app.journal;

import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleMove;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.bottle.ReceiptDecisions;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockFact;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.stock.MountedBottle;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One sample of each fact about bottles of the stock. */
final class StockFactSamples {

  static final BottleId ONE = new BottleId("B-000014");
  static final BottleId TWO = new BottleId("B-000028");
  static final Volume SIZE = Volume.ofMillilitres(1000);

  private StockFactSamples() {}

  static void put(Map<String, Fact> facts) {
    facts.put("product.noted", noted(Mass.ofGrams(92)));
    facts.put("stock.received", received("GN-7", Set.of(Receipt.Cause.LEAKING), ONE, TWO));
    facts.put("bottle.moved", opened(ONE));
    facts.put("bottle.labelled", labelled());
  }

  static Fact labelled() {
    return new Fact.BottleMounted(
        Facts.STATION,
        new MountedBottle(
            ONE,
            Facts.BATCH,
            Facts.STRENGTH,
            Facts.DENSITY,
            Optional.of(new MountedBottle.Labelled(SIZE, Facts.DAY.plusDays(27)))),
        List.of());
  }

  static StockFact.ProductNoted noted(Mass empty) {
    return new StockFact.ProductNoted(product(empty), Facts.PHARMACIST);
  }

  static Product product(Mass empty) {
    return new Product(
        new ProductId("MTD-10-1000"),
        "Nhãn hiệu thử",
        Facts.STRENGTH,
        SIZE,
        empty,
        "cam trong",
        Optional.of(28));
  }

  static StockFact.StockReceived received(
      String ours, Set<Receipt.Cause> causes, BottleId... labels) {
    Receipt receipt =
        new Receipt(
            "RC-" + ours,
            Facts.DAY,
            new Receipt.Papers(ours, "HD-77", "QD-5"),
            "Nguyễn Văn Giao",
            Facts.NURSE,
            List.of(
                new Receipt.Line(
                    Facts.BATCH,
                    new ProductId("MTD-10-1000"),
                    Facts.STRENGTH,
                    SIZE,
                    Facts.DAY.plusDays(400),
                    Facts.DENSITY,
                    labels.length,
                    List.of(labels))),
            causes,
            "lý do: một chai rỉ");
    return new StockFact.StockReceived(receipt, ReceiptDecisions.postings(receipt));
  }

  static StockFact.BottleMoved opened(BottleId label) {
    Account from = Account.only(AccountKind.DAY_CABINET);
    Account to = new Account(AccountKind.BOTTLE, label.value());
    return moved(
        BottleAct.OPEN,
        label,
        BottleState.OPEN,
        List.of(Posting.move(Facts.BATCH, from, to, SIZE)));
  }

  static StockFact.BottleMoved issued(BottleId label) {
    Account from = Account.only(AccountKind.STORE);
    Account to = Account.only(AccountKind.DAY_CABINET);
    return moved(
        BottleAct.ISSUE,
        label,
        BottleState.IN_DAY_CABINET,
        List.of(Posting.move(Facts.BATCH, from, to, SIZE)));
  }

  static StockFact.BottleMoved moved(
      BottleAct act, BottleId label, BottleState to, List<Posting> postings) {
    return new StockFact.BottleMoved(
        new BottleMove(
            act,
            label,
            Facts.BATCH,
            to,
            to == BottleState.QUARANTINED ? Optional.of(BottleState.OPEN) : Optional.empty(),
            to.closed() ? Optional.empty() : Optional.of(Facts.DAY.plusDays(27)),
            to == BottleState.MOUNTED ? Optional.of(Facts.STATION) : Optional.empty(),
            act == BottleAct.POOL ? Optional.of(TWO) : Optional.empty(),
            Optional.of(Mass.ofMicrograms(1_126_431_700)),
            Optional.of(Volume.ofMicrolitres(999_517)),
            Facts.PHARMACIST,
            "lý do: hết hạn trước"),
        postings);
  }
}

package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleMove;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.StockFact;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Kinds {@code product.noted}, {@code stock.received} and {@code bottle.moved}. */
final class BottleFacts {

  static final String PRODUCT = "product.noted";
  static final String RECEIVED = "stock.received";
  static final String MOVED = "bottle.moved";

  private static final String STRENGTH = "concentrationMicrogramsPerMillilitre";
  private static final String DENSITY = "densityMicrogramsPerMillilitre";
  private static final String CONTAINER = "containerMicrolitres";

  private BottleFacts() {}

  static Encoded write(StockFact fact) {
    return switch (fact) {
      case StockFact.ProductNoted noted -> write(noted);
      case StockFact.StockReceived received -> write(received);
      case StockFact.BottleMoved moved -> write(moved);
    };
  }

  private static Encoded write(StockFact.ProductNoted fact) {
    Product p = fact.product();
    JsonText open =
        JsonText.object("product", p.id().value())
            .put("brand", p.brand())
            .put(STRENGTH, p.strength().microgramsPerMillilitre())
            .put(CONTAINER, p.container().microlitres())
            .put("emptyMicrograms", p.empty().micrograms())
            .put("colour", p.colour());
    p.inUseDays().ifPresent(days -> open.put("inUseDays", days));
    open.put("by", fact.by().value());
    return new Encoded(PRODUCT, 1, open.end(), FactCodec.none());
  }

  static Fact product(Members open) {
    return new StockFact.ProductNoted(
        new Product(
            new ProductId(open.text("product")),
            open.text("brand"),
            new Concentration(open.whole(STRENGTH)),
            new Volume(open.whole(CONTAINER)),
            new Mass(open.whole("emptyMicrograms")),
            open.text("colour"),
            open.has("inUseDays")
                ? Optional.of(Math.toIntExact(open.whole("inUseDays")))
                : Optional.empty()),
        new StaffId(open.text("by")));
  }

  private static Encoded write(StockFact.StockReceived fact) {
    Receipt r = fact.receipt();
    JsonText open =
        JsonText.object("receipt", r.id())
            .put("day", r.day().toString())
            .put("ours", r.papers().ours())
            .put("supplier", r.papers().supplier())
            .put("authority", r.papers().authority())
            .put("receiver", r.receiver().value())
            .beginList("lines");
    r.lines().forEach(line -> write(open, line));
    open.endList().beginList("causes");
    r.causes().forEach(cause -> open.add(cause.name()));
    open.endList();
    Postings.write(open, fact.postings());
    JsonText secret = JsonText.object("deliverer", r.deliverer()).put("words", r.words());
    return new Encoded(RECEIVED, 1, open.end(), secret.end());
  }

  private static void write(JsonText open, Receipt.Line line) {
    open.beginObject()
        .put("batch", line.batch().value())
        .put("product", line.product().value())
        .put(STRENGTH, line.strength().microgramsPerMillilitre())
        .put(CONTAINER, line.container().microlitres())
        .put("expiry", line.expiry().toString());
    line.density().ifPresent(d -> open.put(DENSITY, d.microgramsPerMillilitre()));
    open.put("onPaper", line.onPaper()).beginList("labels");
    line.labels().forEach(label -> open.add(label.value()));
    open.endList().endObject();
  }

  static Fact received(Members open, Members secret) {
    return new StockFact.StockReceived(
        new Receipt(
            open.text("receipt"),
            open.day("day"),
            new Receipt.Papers(open.text("ours"), open.text("supplier"), open.text("authority")),
            secret.text("deliverer"),
            new StaffId(open.text("receiver")),
            open.objects("lines").stream().map(BottleFacts::line).toList(),
            Set.copyOf(open.manyOf(Receipt.Cause.class, "causes")),
            secret.text("words")),
        Postings.read(open));
  }

  private static Receipt.Line line(Members from) {
    Receipt.Line line =
        new Receipt.Line(
            new BatchId(from.text("batch")),
            new ProductId(from.text("product")),
            new Concentration(from.whole(STRENGTH)),
            new Volume(from.whole(CONTAINER)),
            from.day("expiry"),
            from.has(DENSITY) ? Optional.of(new Density(from.whole(DENSITY))) : Optional.empty(),
            Math.toIntExact(from.whole("onPaper")),
            from.texts("labels").stream().map(BottleId::new).toList());
    from.end();
    return line;
  }

  private static Encoded write(StockFact.BottleMoved fact) {
    BottleMove m = fact.move();
    JsonText open =
        JsonText.object("bottle", m.bottle().value())
            .put("act", m.act().name())
            .put("batch", m.batch().value())
            .put("to", m.to().name());
    m.heldFrom().ifPresent(from -> open.put("heldFrom", from.name()));
    m.inUseUntil().ifPresent(day -> open.put("inUseUntil", day.toString()));
    m.station().ifPresent(at -> open.put("station", at.value()));
    m.into().ifPresent(other -> open.put("into", other.value()));
    m.gross().ifPresent(gross -> open.put("grossMicrograms", gross.micrograms()));
    m.found().ifPresent(found -> open.put("foundMicrolitres", found.microlitres()));
    open.put("by", m.by().value());
    Postings.write(open, fact.postings());
    JsonText secret = JsonText.object("words", m.words());
    return new Encoded(MOVED, 1, open.end(), secret.end());
  }

  static Fact moved(Members open, Members secret) {
    BottleId bottle = new BottleId(open.text("bottle"));
    BottleAct act = open.oneOf(BottleAct.class, "act");
    return new StockFact.BottleMoved(
        new BottleMove(
            act,
            bottle,
            new BatchId(open.text("batch")),
            open.oneOf(BottleState.class, "to"),
            open.has("heldFrom")
                ? Optional.of(open.oneOf(BottleState.class, "heldFrom"))
                : Optional.empty(),
            open.maybeText("inUseUntil").map(LocalDate::parse),
            open.maybeText("station").map(StationId::new),
            open.maybeText("into").map(BottleId::new),
            whole(open, "grossMicrograms").map(Mass::new),
            whole(open, "foundMicrolitres").map(Volume::new),
            new StaffId(open.text("by")),
            secret.text("words")),
        Postings.read(open));
  }

  private static Optional<Long> whole(Members open, String name) {
    return open.has(name) ? Optional.of(open.whole(name)) : Optional.empty();
  }
}

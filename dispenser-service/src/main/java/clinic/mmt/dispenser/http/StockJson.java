package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.journal.StockReads;
import clinic.mmt.dispenser.app.stock.Bottles;
import clinic.mmt.dispenser.app.stock.StockPages;
import clinic.mmt.dispenser.domain.bottle.Bottle;
import clinic.mmt.dispenser.domain.bottle.BottleMove;
import clinic.mmt.dispenser.domain.bottle.BottleState;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.stock.BottleId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The stock as JSON. */
final class StockJson {

  private StockJson() {}

  static JsonObject product(Product p) {
    JsonObject json =
        new JsonObject()
            .put("product", p.id().value())
            .put("brand", p.brand())
            .put("microgramsPerMillilitre", p.strength().microgramsPerMillilitre())
            .put("containerMicrolitres", p.container().microlitres())
            .put("emptyMicrograms", p.empty().micrograms())
            .put("colour", p.colour());
    p.inUseDays().ifPresent(days -> json.put("inUseDays", days));
    return json;
  }

  static JsonObject batch(StockPages.BatchLine line) {
    JsonObject json =
        new JsonObject()
            .put("batch", line.sheet().id().value())
            .put("product", line.sheet().product().value())
            .put("brand", line.product().brand())
            .put("microgramsPerMillilitre", line.product().strength().microgramsPerMillilitre())
            .put("expiry", line.sheet().expiry().toString())
            .put("stopped", line.stopped());
    line.density()
        .ifPresent(d -> json.put("densityMicrogramsPerMillilitre", d.microgramsPerMillilitre()));
    return json;
  }

  static JsonObject bottle(StockPages.BottleLine line) {
    Bottle b = line.bottle();
    JsonObject json =
        new JsonObject()
            .put("bottle", b.label().value())
            .put("state", b.state().name())
            .put("batch", b.batch().value())
            .put("product", b.product().value())
            .put("containerMicrolitres", b.container().microlitres())
            .put("floorMicrolitres", line.floor().microlitres())
            .put("expiry", line.batch().sheet().expiry().toString())
            .put("receipt", b.receipt())
            .put("paperOwed", b.state() == BottleState.BROKEN);
    line.volume().ifPresent(v -> json.put("volumeMicrolitres", v.microlitres()));
    b.heldFrom().ifPresent(from -> json.put("heldFrom", from.name()));
    b.inUseUntil().ifPresent(day -> json.put("inUseUntil", day.toString()));
    b.station().ifPresent(at -> json.put("station", at.value()));
    return json;
  }

  static JsonObject held(StockReads.Held held) {
    return new JsonObject()
        .put("batch", held.batch().value())
        .put("account", held.kind().name())
        .put("microlitres", held.volume().microlitres());
  }

  static JsonObject taken(StockReads.Taken r) {
    return new JsonObject()
        .put("receipt", r.id())
        .put("day", r.day().toString())
        .put("ours", r.papers().ours())
        .put("supplier", r.papers().supplier())
        .put("authority", r.papers().authority())
        .put("deliverer", r.deliverer())
        .put("receiver", r.receiver().value())
        .put("causes", new JsonArray(r.causes().stream().map(Enum::name).sorted().toList()))
        .put("words", r.words());
  }

  static JsonObject receipt(Receipt r) {
    JsonArray labels = new JsonArray();
    r.lines().forEach(line -> line.labels().forEach(label -> labels.add(label.value())));
    return new JsonObject()
        .put("receipt", r.id())
        .put("bottles", labels)
        .put("quarantined", !r.causes().isEmpty());
  }

  static JsonObject moved(Bottles.Moved moved) {
    JsonArray all = new JsonArray();
    moved.moves().forEach(move -> all.add(move(move)));
    return new JsonObject()
        .put("moved", all)
        .put("weightOff", new JsonArray(moved.weightOff().stream().map(BottleId::value).toList()));
  }

  private static JsonObject move(BottleMove m) {
    JsonObject json =
        new JsonObject().put("bottle", m.bottle().value()).put("state", m.to().name());
    m.inUseUntil().ifPresent(day -> json.put("inUseUntil", day.toString()));
    m.found().ifPresent(v -> json.put("foundMicrolitres", v.microlitres()));
    return json;
  }
}

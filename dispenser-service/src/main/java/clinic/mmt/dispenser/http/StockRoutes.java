package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.stock.Bottles;
import clinic.mmt.dispenser.app.stock.Receiving;
import clinic.mmt.dispenser.app.stock.StockPages;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.bottle.BottleLabel;
import clinic.mmt.dispenser.domain.bottle.BottleRequest;
import clinic.mmt.dispenser.domain.bottle.Product;
import clinic.mmt.dispenser.domain.bottle.ProductId;
import clinic.mmt.dispenser.domain.bottle.Receipt;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Concentration;
import clinic.mmt.quantity.Density;
import clinic.mmt.quantity.Mass;
import clinic.mmt.quantity.Volume;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Bottles of the stock under our own labels. */
final class StockRoutes {

  private final Clinic clinic;
  private final Receiving receiving;
  private final Bottles bottles;
  private final StockPages pages;

  StockRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.receiving = new Receiving(clinic.house());
    this.bottles = new Bottles(clinic.house());
    this.pages = new StockPages(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.ofEntries(
        Map.entry(
            "stockProducts",
            call -> pages.products(call.session(), a -> call.found(a, StockJson::product))),
        Map.entry(
            "stockBatches",
            call -> pages.batches(call.session(), a -> call.found(a, StockJson::batch))),
        Map.entry(
            "stockBottles",
            call -> pages.bottles(call.session(), a -> call.found(a, StockJson::bottle))),
        Map.entry(
            "stockAccounts",
            call -> pages.accounts(call.session(), a -> call.found(a, StockJson::held))),
        Map.entry(
            "stockReceipts",
            call -> pages.receipts(call.session(), a -> call.found(a, StockJson::taken))),
        Map.entry("noteProduct", this::product),
        Map.entry("receiveStock", this::receive),
        Map.entry("moveBottles", this::move),
        Map.entry("signBottles", this::sign),
        Map.entry("bottleLabel", this::label));
  }

  private void product(Call call) {
    JsonObject b = call.body();
    receiving.product(
        call.session(),
        new Product(
            new ProductId(b.getString("product")),
            b.getString("brand"),
            new Concentration(b.getLong("microgramsPerMillilitre")),
            Volume.ofMicrolitres(b.getLong("containerMicrolitres")),
            Mass.ofMicrograms(b.getLong("emptyMicrograms")),
            b.getString("colour"),
            Optional.ofNullable(b.getInteger("inUseDays"))),
        answer -> call.answer(answer, id -> new JsonObject().put("product", id.value())));
  }

  private void receive(Call call) {
    JsonObject b = call.body();
    Receiving.Delivery delivery =
        new Receiving.Delivery(
            new Receipt.Papers(
                b.getString("ours"), b.getString("supplier"), b.getString("authority")),
            b.getString("deliverer"),
            objects(b, "lines").stream().map(StockRoutes::came).toList(),
            causes(b),
            b.getString("words", ""));
    receiving.receive(call.session(), delivery, answer -> call.answer(answer, StockJson::receipt));
  }

  private static Set<Receipt.Cause> causes(JsonObject b) {
    return b.getJsonArray("causes", new JsonArray()).stream()
        .map(name -> Receipt.Cause.valueOf((String) name))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Receiving.Came came(JsonObject line) {
    return new Receiving.Came(
        new BatchId(line.getString("batch")),
        new ProductId(line.getString("product")),
        LocalDate.parse(line.getString("expiry")),
        Optional.ofNullable(line.getLong("densityMicrogramsPerMillilitre")).map(Density::new),
        line.getInteger("onPaper"),
        line.getInteger("containers"));
  }

  private static List<JsonObject> objects(JsonObject b, String name) {
    return b.getJsonArray(name).stream().map(JsonObject.class::cast).toList();
  }

  private static Bottles.Asked asked(JsonObject b) {
    BottleAct act = BottleAct.valueOf(b.getString("act"));
    Set<String> seen = new HashSet<>();
    return new Bottles.Asked(
        objects(b, "bottles").stream()
            .filter(one -> seen.add(scanned(one, "bottle").map(BottleId::value).orElse("")))
            .map(one -> request(act, one))
            .toList());
  }

  private static BottleRequest request(BottleAct act, JsonObject b) {
    return new BottleRequest(
        act,
        scanned(b, "bottle").orElseThrow(),
        Optional.ofNullable(b.getString("station")).map(StationId::new),
        scanned(b, "into"),
        Optional.ofNullable(b.getLong("grossMicrograms")).map(Mass::ofMicrograms),
        Optional.ofNullable(b.getLong("volumeMicrolitres")).map(Volume::ofMicrolitres),
        b.getString("words", ""));
  }

  /** A label with a wrong check character stays what it is: no bottle has it. */
  private static Optional<BottleId> scanned(JsonObject b, String name) {
    return Optional.ofNullable(b.getString(name))
        .map(text -> BottleLabel.read(text).orElseGet(() -> new BottleId(text)));
  }

  private void move(Call call) {
    Bottles.Asked asked = asked(call.body());
    clinic
        .signatures()
        .take(
            Optional.ofNullable(call.body().getString("second")),
            second ->
                bottles.move(
                    call.session(),
                    second,
                    asked,
                    answer -> {
                      clinic.counters().values().forEach(Counter::stockChanged);
                      call.answer(answer, StockJson::moved);
                    }));
  }

  private void sign(Call call) {
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(call.body()),
            asked(call.body()).digest(),
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }

  private void label(Call call) {
    LabelForm form = LabelForm.valueOf(call.path("form").toUpperCase(Locale.ROOT));
    String text = call.path("bottle");
    pages.bottle(
        call.session(),
        BottleLabel.read(text).orElseGet(() -> new BottleId(text)),
        answer -> {
          if (answer instanceof Answered.Yes<StockPages.BottleLine>(StockPages.BottleLine line)) {
            call.bytes(form.type(), form.write(BottleLabelDrawing.of(line)));
          } else {
            call.answer(answer, StockJson::bottle);
          }
        });
  }
}

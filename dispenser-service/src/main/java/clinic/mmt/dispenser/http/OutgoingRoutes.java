package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.stock.Destructions;
import clinic.mmt.dispenser.app.stock.Forecasts;
import clinic.mmt.dispenser.app.stock.LookBacks;
import clinic.mmt.dispenser.app.stock.Shipments;
import clinic.mmt.dispenser.domain.bottle.BottleLabel;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.outgoing.Destruction;
import clinic.mmt.dispenser.domain.outgoing.LookBack;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.quantity.Volume;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Shipments, destruction, look-back and forecast (R-88, R-89, H108). */
final class OutgoingRoutes {

  private static final int DAYS = 30;
  private static final int SAFETY = 15;

  private final Vertx vertx;
  private final Clinic clinic;
  private final Shipments shipments;
  private final Destructions destructions;
  private final LookBacks lookBacks;
  private final Forecasts forecasts;

  OutgoingRoutes(Vertx vertx, Clinic clinic) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.shipments = new Shipments(clinic.house());
    this.destructions = new Destructions(clinic.house());
    this.lookBacks = new LookBacks(clinic.house());
    this.forecasts = new Forecasts(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.ofEntries(
        Map.entry(
            "stockShipments",
            call -> shipments.all(call.session(), a -> call.found(a, OutgoingJson::shipment))),
        Map.entry("sendStock", this::send),
        Map.entry("confirmShipment", this::confirm),
        Map.entry(
            "stockDestructions",
            call ->
                destructions.all(call.session(), a -> call.found(a, OutgoingJson::destruction))),
        Map.entry("destroyStock", this::destroy),
        Map.entry("signDestruction", this::signDestruction),
        Map.entry(
            "lookBacks",
            call -> lookBacks.all(call.session(), a -> call.found(a, OutgoingJson::incident))),
        Map.entry("lookBackDoses", this::look),
        Map.entry("openLookBack", this::open),
        Map.entry("closeLookBack", this::close),
        Map.entry("signLookBack", this::signLookBack),
        Map.entry("stockForecast", this::forecast));
  }

  private void send(Call call) {
    JsonObject b = call.body();
    shipments.send(
        call.session(),
        new Shipments.Leaving(
            b.getString("site"),
            b.getString("paper"),
            b.getString("carrier"),
            labels(b, "bottles")),
        answer -> call.answer(answer, OutgoingJson::shipment));
  }

  private void confirm(Call call) {
    JsonObject b = call.body();
    shipments.confirm(
        call.session(),
        call.path("shipment"),
        new Shipments.Confirmed(
            b.getString("paper"), labels(b, "arrived"), b.getString("words", "")),
        answer -> call.answer(answer, OutgoingJson::shipment));
  }

  private void destroy(Call call) {
    Destructions.Asked asked = destruction(call.body());
    clinic
        .signatures()
        .take(
            Optional.ofNullable(call.body().getString("second")),
            second ->
                destructions.destroy(
                    call.session(),
                    second,
                    asked,
                    answer -> call.answer(answer, OutgoingJson::destruction)));
  }

  private void signDestruction(Call call) {
    sign(call, destruction(call.body()).digest());
  }

  private void sign(Call call, String digest) {
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(call.body()),
            digest,
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }

  private static Destructions.Asked destruction(JsonObject b) {
    return new Destructions.Asked(
        new Destruction.Papers(
            b.getString("permit"), b.getString("minutes"), b.getString("method")),
        b.getJsonArray("council").stream().map(String.class::cast).toList(),
        b.getJsonArray("waste", new JsonArray()).stream()
            .map(JsonObject.class::cast)
            .map(OutgoingRoutes::waste)
            .toList(),
        labels(b, "bottles"));
  }

  private static Destruction.Waste waste(JsonObject line) {
    return new Destruction.Waste(
        new StationId(line.getString("station")),
        new BatchId(line.getString("batch")),
        Volume.ofMicrolitres(line.getLong("measuredMicrolitres")),
        line.getBoolean("diluted", false));
  }

  private void look(Call call) {
    call.beside(
        vertx,
        () -> call.found(lookBacks.look(call.session(), scope(call.body())), OutgoingJson::dose));
  }

  private void open(Call call) {
    JsonObject b = call.body();
    LookBacks.Asked asked =
        new LookBacks.Asked(
            LookBack.Why.valueOf(b.getString("why")), scope(b), b.getString("words"));
    call.beside(
        vertx,
        () ->
            lookBacks.open(
                call.session(), asked, answer -> call.answer(answer, OutgoingJson::lookBack)));
  }

  private static LookBack.Scope scope(JsonObject b) {
    return new LookBack.Scope(
        LocalDate.parse(b.getString("from")),
        LocalDate.parse(b.getString("until")),
        Optional.ofNullable(b.getString("batch")).map(BatchId::new),
        Optional.ofNullable(b.getString("bottle")).map(OutgoingRoutes::label),
        Optional.ofNullable(b.getString("station")).map(StationId::new));
  }

  private void close(Call call) {
    String words = call.body().getString("words");
    clinic
        .signatures()
        .take(
            Optional.ofNullable(call.body().getString("second")),
            second ->
                lookBacks.close(
                    call.session(),
                    second,
                    call.path("incident"),
                    words,
                    answer -> call.answer(answer, id -> new JsonObject().put("incident", id))));
  }

  private void signLookBack(Call call) {
    sign(call, LookBacks.digest(call.path("incident"), call.body().getString("words")));
  }

  private void forecast(Call call) {
    JsonObject b = call.body();
    call.beside(
        vertx,
        () ->
            call.found(
                forecasts.all(
                    call.session(), b.getInteger("days", DAYS), b.getInteger("safety", SAFETY)),
                OutgoingJson::forecast));
  }

  private static List<BottleId> labels(JsonObject b, String name) {
    return b.getJsonArray(name, new JsonArray()).stream()
        .map(text -> label((String) text))
        .toList();
  }

  /** A label with a wrong check character stays what it is: no bottle has it. */
  private static BottleId label(String text) {
    return BottleLabel.read(text).orElseGet(() -> new BottleId(text));
  }
}

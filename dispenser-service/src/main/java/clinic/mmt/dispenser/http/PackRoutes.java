package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.pack.DosePackIntake;
import clinic.mmt.dispenser.app.pack.DosePacks;
import clinic.mmt.dispenser.app.pack.MarkWords;
import clinic.mmt.dispenser.app.pack.OrderPackIntake;
import clinic.mmt.dispenser.app.pack.OrderPacks;
import clinic.mmt.dispenser.app.pack.PackStand;
import clinic.mmt.dispenser.app.pack.Report;
import clinic.mmt.dispenser.app.pack.Written;
import clinic.mmt.dispenser.domain.site.Pack;
import clinic.mmt.dispenser.domain.site.PackMark;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Files between a treatment site and the sites that dose by its orders. */
final class PackRoutes {

  /** Addresses whose bodies are whole files; all others take no more than a form. */
  static final List<String> FILES = List.of("/api/order-packs/taken", "/api/dose-packs/taken");

  private final Vertx vertx;
  private final Clinic clinic;
  private final OrderPacks orders;
  private final OrderPackIntake ordersIn;
  private final DosePacks doses;
  private final DosePackIntake dosesIn;

  PackRoutes(Vertx vertx, Clinic clinic) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.orders = new OrderPacks(clinic.house(), clinic.sites());
    this.ordersIn = new OrderPackIntake(clinic.house(), clinic.sites());
    this.doses = new DosePacks(clinic.house(), clinic.sites());
    this.dosesIn = new DosePackIntake(clinic.house(), clinic.sites());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "packs", this::stand,
        "writeOrderPack", this::writeOrders,
        "takeOrderPack", this::takeOrders,
        "writeDosePack", this::writeDoses,
        "takeDosePack", this::takeDoses);
  }

  private void stand(Call call) {
    beside(call, () -> call.ok(json(PackStand.of(clinic.house()))));
  }

  private static JsonObject json(PackStand stand) {
    JsonArray orders = new JsonArray();
    stand
        .orders()
        .forEach(
            pack ->
                orders.add(
                    json(pack).put("hours", stand.hours(pack)).put("old", stand.isOld(pack))));
    JsonArray latest = new JsonArray();
    stand.latest().forEach(pack -> latest.add(json(pack)));
    JsonArray open = new JsonArray();
    stand.open().forEach(one -> open.add(json(one)));
    return new JsonObject().put("orders", orders).put("latest", latest).put("open", open);
  }

  private static JsonObject json(Pack pack) {
    JsonObject json =
        new JsonObject()
            .put("kind", pack.kind().name().toLowerCase(Locale.ROOT))
            .put("way", pack.way().name().toLowerCase(Locale.ROOT))
            .put("site", pack.site().value())
            .put("number", pack.number())
            .put("made", pack.made().toString());
    pack.until().ifPresent(until -> json.put("until", until.toString()));
    return json;
  }

  private static JsonObject json(PackStand.Open open) {
    PackMark mark = open.marked().mark();
    return new JsonObject()
        .put("site", open.marked().site().value())
        .put("number", open.marked().number())
        .put("patient", open.patient().value())
        .put("day", mark.day().toString())
        .put("hold", mark.hold())
        .put("code", MarkWords.code(mark.what()))
        .put("text", MarkWords.english(mark.what()))
        .put("vietnamese", MarkWords.vietnamese(mark.what()));
  }

  private void writeOrders(Call call) {
    String site = call.body().getString("site");
    beside(
        call,
        () -> orders.write(call.session(), site, answer -> call.answer(answer, this::written)));
  }

  private void writeDoses(Call call) {
    String site = call.body().getString("site");
    Optional<Integer> after = Optional.ofNullable(call.body().getInteger("after"));
    beside(
        call,
        () ->
            doses.write(call.session(), site, after, answer -> call.answer(answer, this::written)));
  }

  private JsonObject written(Written written) {
    return json(written.pack())
        .put("count", written.count())
        .put("name", written.name(clinic.sites().name().value()))
        .put("pack", written.file());
  }

  private void takeOrders(Call call) {
    beside(
        call,
        () ->
            ordersIn.take(
                call.session(),
                call.body().getString("pack"),
                call.body().getBoolean("dryRun", false),
                answer -> call.answer(answer, PackRoutes::json)));
  }

  private void takeDoses(Call call) {
    beside(
        call,
        () ->
            dosesIn.take(
                call.session(),
                call.body().getString("pack"),
                call.body().getBoolean("dryRun", false),
                answer -> call.answer(answer, PackRoutes::json)));
  }

  private static JsonObject json(Report report) {
    JsonArray lines = new JsonArray();
    report
        .lines()
        .forEach(
            line ->
                lines.add(
                    new JsonObject()
                        .put("about", line.about())
                        .put("what", line.what())
                        .put("look", line.looked())
                        .put("text", line.english())
                        .put("vietnamese", line.vietnamese())));
    return json(report.pack()).put("taken", report.taken()).put("lines", lines);
  }

  /** On a worker thread: a file is opened, or all patients are looked through. */
  private void beside(Call call, Runnable look) {
    call.beside(vertx, look);
  }
}

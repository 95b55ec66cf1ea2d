package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.degraded.PaperList;
import clinic.mmt.dispenser.app.degraded.Sheets;
import clinic.mmt.dispenser.domain.degraded.Rest;
import clinic.mmt.dispenser.domain.degraded.SheetRow;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.quantity.Mass;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The downtime sheet: printed, entered by two people, and in. */
final class SheetRoutes {

  private final Vertx vertx;
  private final Clinic clinic;
  private final Sheets sheets;
  private final PaperList paper;

  SheetRoutes(Vertx vertx, Clinic clinic) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.sheets = new Sheets(clinic.house());
    this.paper = new PaperList(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "downtimeSheet", this::print,
        "enterSheet", this::enter,
        "enterSheetSignature", call -> lines(call).ifPresent(l -> sign(call, l.digest())),
        "closeSheet", this::close,
        "closeSheetSignature", call -> sign(call, end(call).digest()));
  }

  private void print(Call call) {
    if (!clinic.counters().containsKey(call.path("station"))) {
      call.refuse(400, DegradedRoutes.noStation());
      return;
    }
    StationId station = new StationId(call.path("station"));
    vertx
        .executeBlocking(
            () ->
                clinic
                    .house()
                    .journal()
                    .look(
                        reads ->
                            new Printed(
                                paper.of(reads, station),
                                ZoneId.of(reads.opened().orElseThrow().zone()),
                                reads.witness().last())),
            false)
        .compose(this::named)
        .onSuccess(html -> call.page(html, DowntimeSheetPage.POLICY))
        .onFailure(e -> call.refuse(503, Call.failed(String.valueOf(e.getMessage()))));
  }

  private record Printed(PaperList.Sheet sheet, ZoneId zone, Optional<Checkpoint> latest) {}

  private Future<String> named(Printed printed) {
    Promise<String> page = Promise.promise();
    PeopleNames.of(
        clinic.house().people(),
        printed.sheet().lines().stream().map(PaperList.Line::patient).toList(),
        people ->
            page.complete(
                new DowntimeSheetPage(
                        printed.sheet(),
                        people,
                        printed.zone(),
                        clinic.house().calendar().intake().several())
                    .html(printed.latest())));
    return page.future();
  }

  private Optional<Sheets.Lines> lines(Call call) {
    JsonObject b = call.body();
    List<SheetRow> rows = new ArrayList<>();
    for (Object each : b.getJsonArray("rows")) {
      JsonObject row = (JsonObject) each;
      Optional<Instant> at = Optional.empty();
      if (row.getString("at") != null) {
        at = DegradedRoutes.instant(call, row.getString("at"));
        if (at.isEmpty()) {
          return Optional.empty();
        }
      }
      rows.add(
          new SheetRow(
              new PatientId(row.getString("patient")),
              SheetRow.Told.valueOf(row.getString("told")),
              new Mass(row.getLong("doseMicrograms", 0L)),
              at,
              Optional.ofNullable(row.getString("givenBy")).map(StaffId::new)));
    }
    return Optional.of(
        new Sheets.Lines(b.getString("downtime"), new StationId(b.getString("station")), rows));
  }

  private void enter(Call call) {
    lines(call)
        .ifPresent(
            lines ->
                take(
                    call,
                    second ->
                        sheets.enter(
                            call.session(),
                            second,
                            lines,
                            answer -> call.answer(answer, n -> new JsonObject().put("lines", n)))));
  }

  private static Sheets.End end(Call call) {
    JsonObject b = call.body();
    return new Sheets.End(
        b.getString("downtime"), Rest.valueOf(b.getString("rest")), b.getBoolean("empty"));
  }

  private void close(Call call) {
    take(
        call,
        second ->
            sheets.close(
                call.session(),
                second,
                end(call),
                answer -> call.answer(answer, n -> new JsonObject().put("inDoubt", n))));
  }

  private void take(Call call, Consumer<Optional<Signature>> then) {
    clinic.signatures().take(Optional.ofNullable(call.body().getString("signature")), then);
  }

  private void sign(Call call, String digest) {
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(call.body()),
            digest,
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }
}

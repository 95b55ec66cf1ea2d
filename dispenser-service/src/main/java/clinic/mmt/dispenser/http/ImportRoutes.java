package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.importing.ImportList;
import clinic.mmt.dispenser.app.importing.ImportSigning;
import clinic.mmt.dispenser.app.importing.Paper;
import clinic.mmt.dispenser.app.importing.PrintedList;
import clinic.mmt.dispenser.domain.importing.TakenImport;
import clinic.mmt.dispenser.domain.patient.PatientId;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lists of imports: looked at, printed, lines struck off, signed. */
final class ImportRoutes {

  /** Nothing runs on the printed page, and no other style than its own holds. */
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; frame-ancestors 'none'"
          .formatted(
              Base64.getEncoder()
                  .encodeToString(HexFormat.of().parseHex(Digests.sha256(Paper.STYLE))));

  private final Vertx vertx;
  private final Clinic clinic;
  private final ImportSigning signing;

  ImportRoutes(Vertx vertx, Clinic clinic) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.signing = new ImportSigning(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "imports", this::imports,
        "importList", this::list,
        "importPage", this::page,
        "strikeImported", this::strike,
        "signImport", this::sign,
        "secondForImport", this::second);
  }

  private void imports(Call call) {
    beside(
        call,
        () -> {
          JsonArray all = new JsonArray();
          signing.imports().forEach(i -> all.add(json(i)));
          call.ok(new JsonObject().put("imports", all));
        });
  }

  private static JsonObject json(TakenImport i) {
    return new JsonObject()
        .put("import", i.id())
        .put("orders", i.orders())
        .put("signed", i.signedBy().isPresent());
  }

  private void list(Call call) {
    with(call, list -> call.ok(json(list)));
  }

  private static JsonObject json(ImportList list) {
    List<JsonObject> rows = list.rows().stream().map(ImportRoutes::json).toList();
    return new JsonObject()
        .put("import", list.imported())
        .put("digest", list.digest())
        .put("needsSecond", list.needsSecond())
        .put("rows", new JsonArray(rows));
  }

  private static JsonObject json(ImportList.Row row) {
    JsonObject json =
        new JsonObject()
            .put("line", row.order().line())
            .put("patient", row.order().patient().value())
            .put("doseMicrograms", row.order().dose().micrograms())
            .put("firstDay", row.order().days().first().toString())
            .put("lastDay", row.order().days().last().toString())
            .put(
                "oddities",
                new JsonArray(row.order().oddities().stream().map(o -> o.code()).toList()));
    row.person()
        .ifPresent(p -> json.put("familyName", p.familyName()).put("givenName", p.givenName()));
    return json;
  }

  private void page(Call call) {
    with(
        call,
        list ->
            call.page(PrintedList.html(list, clinic.house().clock().instant().toString()), POLICY));
  }

  /** The list of the import in the address, for who may read it. */
  private void with(Call call, Consumer<ImportList> then) {
    beside(
        call,
        () ->
            signing.list(
                call.session(),
                call.path("import"),
                answer -> {
                  if (answer instanceof Answered.Yes<ImportList>(ImportList list)) {
                    then.accept(list);
                  } else {
                    call.answer(answer, ImportRoutes::json);
                  }
                }));
  }

  private void strike(Call call) {
    JsonObject b = call.body();
    signing.strike(
        call.session(),
        new PatientId(b.getString("patient")),
        b.getString("reason"),
        answer -> call.answer(answer, id -> new JsonObject().put("import", id)));
  }

  private void sign(Call call) {
    JsonObject b = call.body();
    ImportSigning.Asked asked = new ImportSigning.Asked(call.path("import"), b.getString("digest"));
    clinic
        .signatures()
        .take(
            Optional.ofNullable(b.getString("signature")),
            second ->
                beside(
                    call,
                    () ->
                        signing.sign(
                            call.session(),
                            second,
                            asked,
                            answer ->
                                call.answer(answer, id -> new JsonObject().put("import", id)))));
  }

  private void second(Call call) {
    JsonObject b = call.body();
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(b),
            b.getString("digest"),
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }

  /** Looks into the ledger on a worker thread: a list may be long. */
  private void beside(Call call, Runnable look) {
    call.beside(vertx, look);
  }
}

package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.takehome.Approvals;
import clinic.mmt.dispenser.app.takehome.BottlesBack;
import clinic.mmt.dispenser.app.takehome.Supplies;
import clinic.mmt.dispenser.domain.dispense.DosePart;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Signature;
import clinic.mmt.dispenser.domain.stock.BatchId;
import clinic.mmt.dispenser.domain.stock.BottleId;
import clinic.mmt.dispenser.domain.takehome.Approval;
import clinic.mmt.dispenser.domain.takehome.Collection;
import clinic.mmt.dispenser.domain.takehome.Criterion;
import clinic.mmt.dispenser.domain.takehome.TakeHomeBottle;
import clinic.mmt.quantity.Mass;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Doses to take home. */
final class TakeHomeRoutes {

  private final Clinic clinic;
  private final Approvals approvals;
  private final Supplies supplies;
  private final BottlesBack back;

  TakeHomeRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.approvals = new Approvals(clinic.house());
    this.supplies = new Supplies(clinic.house());
    this.back = new BottlesBack(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.ofEntries(
        Map.entry("approveTakeHome", this::approve),
        Map.entry("endTakeHome", this::end),
        Map.entry("signTakeHome", this::sign),
        Map.entry("fillTakeHome", this::fill),
        Map.entry("handOverTakeHome", this::handOver),
        Map.entry("emptyTakeHome", this::empty),
        Map.entry("lostTakeHome", this::lost),
        Map.entry("wasteTakeHome", this::waste),
        Map.entry("reopenTakeHome", this::reopen),
        Map.entry("takeHome", this::overview),
        Map.entry("recallTakeHome", this::recall),
        Map.entry("takeHomeLabel", this::label));
  }

  private static Approvals.Asked approval(JsonObject b) {
    return new Approvals.Asked(
        patient(b),
        LocalDate.parse(b.getString("from")),
        LocalDate.parse(b.getString("to")),
        b.getInteger("days"),
        b.getJsonArray("ticked", new JsonArray()).stream()
            .map(name -> Criterion.valueOf((String) name))
            .collect(Collectors.toUnmodifiableSet()),
        b.getString("commitment", ""),
        Optional.ofNullable(b.getJsonObject("decision"))
            .map(
                d ->
                    new Approvals.Asked.Decided(
                        d.getString("number"), LocalDate.parse(d.getString("day")))));
  }

  private static Supplies.Filling filling(JsonObject b) {
    return new Supplies.Filling(
        patient(b),
        LocalDate.parse(b.getString("day")),
        b.getBoolean("later", false) ? DosePart.LATER : DosePart.WHOLE,
        new StationId(b.getString("station")),
        Mass.ofMicrograms(b.getLong("liquidMicrograms")));
  }

  private static BottlesBack.Waste waste(JsonObject b) {
    return new BottlesBack.Waste(
        new BottleId(b.getString("label")),
        new StationId(b.getString("station")),
        Mass.ofMicrograms(b.getLong("liquidMicrograms")),
        b.getString("words"));
  }

  /** The second person signs exactly one act. */
  private void sign(Call call) {
    JsonObject b = call.body();
    Optional<String> digest =
        Optional.ofNullable(b.getJsonObject("approval"))
            .map(a -> approval(a).digest())
            .or(() -> Optional.ofNullable(b.getJsonObject("filling")).map(f -> filling(f).digest()))
            .or(() -> Optional.ofNullable(b.getJsonObject("waste")).map(w -> waste(w).digest()));
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(b),
            digest.orElse(""),
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }

  private void with(Call call, Consumer<Optional<Signature>> then) {
    clinic.signatures().take(Optional.ofNullable(call.body().getString("second")), then);
  }

  private void approve(Call call) {
    with(
        call,
        second ->
            approvals.approve(
                call.session(), second, approval(call.body()), answer -> id(call, answer)));
  }

  private void end(Call call) {
    JsonObject b = call.body();
    approvals.end(
        call.session(),
        patient(b),
        b.getString("approval"),
        b.getString("reason"),
        answer -> id(call, answer));
  }

  private static void id(Call call, Answered<String> answer) {
    call.answer(answer, id -> new JsonObject().put("id", id));
  }

  private void fill(Call call) {
    with(
        call,
        second ->
            supplies.fill(
                call.session(),
                second,
                filling(call.body()),
                answer -> {
                  // The bottle at the station holds less now.
                  clinic.counters().values().forEach(Counter::stockChanged);
                  call.answer(answer, TakeHomeRoutes::json);
                }));
  }

  private void handOver(Call call) {
    JsonObject b = call.body();
    supplies.handOver(
        call.session(),
        new Supplies.Out(
            patient(b),
            labels(b, "scanned"),
            Optional.ofNullable(b.getJsonObject("representative"))
                .map(TakeHomeRoutes::representative)),
        answer -> id(call, answer));
  }

  private static Collection.Representative representative(JsonObject r) {
    return new Collection.Representative(
        r.getString("who", ""),
        r.getString("form04", ""),
        r.getString("confirmedBy", ""),
        r.getString("form05", ""),
        labels(r, "tight"));
  }

  private static List<BottleId> labels(JsonObject b, String name) {
    return b.getJsonArray(name, new JsonArray()).stream()
        .map(label -> new BottleId((String) label))
        .toList();
  }

  private void empty(Call call) {
    back.empty(call.session(), label(call.body()), answer -> state(call, answer));
  }

  private void lost(Call call) {
    JsonObject b = call.body();
    back.lost(call.session(), label(b), b.getString("words"), answer -> state(call, answer));
  }

  private void waste(Call call) {
    with(
        call,
        second ->
            back.waste(call.session(), second, waste(call.body()), answer -> state(call, answer)));
  }

  private void reopen(Call call) {
    JsonObject b = call.body();
    back.reopen(call.session(), label(b), b.getString("reason"), answer -> state(call, answer));
  }

  private static void state(Call call, Answered<TakeHomeBottle.State> answer) {
    call.answer(answer, state -> new JsonObject().put("state", state.name()));
  }

  private void overview(Call call) {
    back.overview(
        call.session(),
        patient(call.body()),
        answer ->
            call.answer(
                answer,
                all -> {
                  JsonArray given = new JsonArray();
                  all.approvals().forEach(a -> given.add(json(a)));
                  return bottles(all.bottles()).put("approvals", given);
                }));
  }

  private void recall(Call call) {
    back.recall(
        call.session(),
        new BatchId(call.body().getString("batch")),
        answer -> call.answer(answer, TakeHomeRoutes::bottles));
  }

  private static JsonObject bottles(List<TakeHomeBottle> bottles) {
    JsonArray all = new JsonArray();
    bottles.forEach(b -> all.add(json(b)));
    return new JsonObject().put("bottles", all);
  }

  private static JsonObject json(Approval a) {
    JsonObject json =
        new JsonObject()
            .put("approval", a.id())
            .put("from", a.from().toString())
            .put("to", a.to().toString())
            .put("days", a.days())
            .put(
                "ticked", new JsonArray(a.ticked().stream().map(Criterion::name).sorted().toList()))
            .put("commitment", a.commitment())
            .put("by", a.by().value());
    a.emergency()
        .ifPresent(
            e ->
                json.put("decision", e.number())
                    .put("decisionDay", e.day().toString())
                    .put("head", e.head().value()));
    return json;
  }

  private static JsonObject json(TakeHomeBottle b) {
    return new JsonObject()
        .put("label", b.label().value())
        .put("patient", b.patient().value())
        .put("day", b.day().toString())
        .put("part", b.part().number())
        .put("doseMicrograms", b.dose().micrograms())
        .put("microlitres", b.content().volume().microlitres())
        .put("batch", b.content().batch().value())
        .put("state", b.state().name());
  }

  /** The label for paper: with the name, which only the people file knows. */
  private void label(Call call) {
    back.bottle(
        call.session(),
        new BottleId(call.path("label")),
        answer -> {
          switch (answer) {
            case Answered.Yes<TakeHomeBottle>(TakeHomeBottle bottle) ->
                clinic
                    .house()
                    .people()
                    .person(
                        bottle.patient(),
                        person ->
                            call.page(
                                new TakeHomeLabel(bottle, person).html(), TakeHomeLabel.POLICY));
            case Answered.No<TakeHomeBottle> no -> call.answer(no, TakeHomeRoutes::json);
            case Answered.Failed<TakeHomeBottle> failed ->
                call.answer(failed, TakeHomeRoutes::json);
          }
        });
  }

  private static BottleId label(JsonObject b) {
    return new BottleId(b.getString("label"));
  }

  private static PatientId patient(JsonObject b) {
    return new PatientId(b.getString("patient"));
  }
}

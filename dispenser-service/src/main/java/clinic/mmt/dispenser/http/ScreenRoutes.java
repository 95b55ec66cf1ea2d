package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.care.AfterCares;
import clinic.mmt.dispenser.app.care.DropOuts;
import clinic.mmt.dispenser.app.care.FollowUps;
import clinic.mmt.dispenser.app.identity.FingerTasks;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.dispense.Learnt;
import clinic.mmt.dispenser.domain.dispense.Observation;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.eligibility.Absence;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.prescription.Prescription;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What screens show beside the counter: what this house is, and lists for staff. */
final class ScreenRoutes {

  /** Prescriptions that end within a week want a new one. */
  private static final int ENDING_DAYS = 7;

  private final Vertx vertx;
  private final Clinic clinic;
  private final boolean simulated;

  ScreenRoutes(Vertx vertx, Clinic clinic, boolean simulated) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.simulated = simulated;
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "about", this::about,
        "endingPrescriptions", this::ending,
        "followUp", this::followUp,
        "dropOuts", this::dropOuts,
        "afterCare", this::afterCare,
        "fingerTasks", this::fingerTasks,
        "observations", this::observations,
        "notedDoses", this::noted);
  }

  private void about(Call call) {
    JsonArray stations = new JsonArray();
    clinic.counters().keySet().stream().sorted().forEach(stations::add);
    call.ok(
        new JsonObject()
            .put("training", clinic.training())
            .put("simulated", simulated)
            .put("stations", stations));
  }

  private void ending(Call call) {
    LocalDate today = clinic.house().calendar().today();
    LocalDate last = today.plusDays(ENDING_DAYS);
    list(
        call,
        "ending",
        reads ->
            reads.endingBy(today, last).stream()
                .map(order -> new Listed(order.patient(), ending(order, today)))
                .toList());
  }

  private static JsonObject ending(Prescription order, LocalDate today) {
    return new JsonObject()
        .put("lastDay", order.lastDay().toString())
        .put("daysLeft", order.lastDay().toEpochDay() - today.toEpochDay());
  }

  private void followUp(Call call) {
    FollowUps followUps = new FollowUps(clinic.house());
    list(
        call,
        "followUp",
        reads ->
            followUps.list(reads).stream()
                .map(listed -> new Listed(listed.patient(), RecordJson.of(listed)))
                .toList());
  }

  private void afterCare(Call call) {
    AfterCares handOvers = new AfterCares(clinic.house());
    list(
        call,
        "afterCare",
        reads ->
            handOvers.open(reads).stream()
                .map(listed -> new Listed(listed.care().patient(), RecordJson.of(listed)))
                .toList());
  }

  private void dropOuts(Call call) {
    DropOuts dropOuts = new DropOuts(clinic.house());
    list(
        call,
        "dropOuts",
        reads ->
            dropOuts.proposals(reads).stream()
                .map(p -> new Listed(p.patient(), json(p.absence())))
                .toList());
  }

  private void fingerTasks(Call call) {
    FingerTasks tasks = new FingerTasks(clinic.house());
    list(
        call,
        "fingerTasks",
        reads ->
            tasks.list(reads).stream()
                .map(listed -> new Listed(listed.person().patient(), json(listed)))
                .toList());
  }

  private static JsonObject json(FingerTasks.Listed listed) {
    return new JsonObject()
        .put("task", listed.task().name())
        .put("times", listed.person().times())
        .put("last", listed.person().last().toString());
  }

  private static JsonObject json(Absence absence) {
    return new JsonObject()
        .put("missedDays", absence.missed())
        .put("lastCovered", absence.lastCovered().toString());
  }

  private void observations(Call call) {
    list(
        call,
        "observations",
        reads -> reads.observations().stream().map(o -> new Listed(o.patient(), json(o))).toList());
  }

  private static JsonObject json(Observation observation) {
    return new JsonObject()
        .put("observation", observation.id())
        .put("visit", observation.dose().value())
        .put("cause", observation.cause().name())
        .put("until", observation.until().toString());
  }

  /** What a doctor reads of today's doses the same day. */
  private void noted(Call call) {
    LocalDate today = clinic.house().calendar().today();
    list(
        call,
        "noted",
        reads ->
            reads.noted(today).stream()
                .flatMap(id -> reads.dose(id).stream())
                .map(state -> new Listed(state.dose().patient(), json(reads, state)))
                .toList());
  }

  private static JsonObject json(Reads reads, State state) {
    Learnt learnt = reads.learnt(state.dose().id());
    JsonObject json =
        new JsonObject()
            .put("visit", state.dose().id().value())
            .put("phase", state.phase().name())
            .put("part", state.dose().part().number());
    state.dose().order().ifPresent(o -> json.put("doseMicrograms", o.dose().micrograms()));
    learnt.permille().ifPresent(taken -> json.put("permilleTaken", taken));
    learnt
        .vomit()
        .ifPresent(v -> json.put("vomitedMinutes", v.minutes()).put("seenByStaff", v.witnessed()));
    learnt.wrong().ifPresent(wrong -> json.put("wrong", wrong.name()));
    learnt.insteadOf().ifPresent(o -> json.put("insteadOfMicrograms", o.micrograms()));
    return json;
  }

  /** Somebody on a list, with what the list says of them. */
  private record Listed(PatientId patient, JsonObject json) {}

  /** Looks in the ledger beside its thread, and answers with names. */
  private void list(Call call, String name, Function<Reads, List<Listed>> look) {
    vertx
        .executeBlocking(() -> clinic.house().journal().look(look), false)
        .compose(listed -> Future.all(listed.stream().map(this::row).toList()))
        .onSuccess(rows -> call.ok(new JsonObject().put(name, new JsonArray(rows.list()))))
        .onFailure(e -> call.refuse(503, Call.failed(String.valueOf(e.getMessage()))));
  }

  private Future<JsonObject> row(Listed listed) {
    Promise<JsonObject> row = Promise.promise();
    JsonObject json = listed.json().put("patient", listed.patient().value());
    clinic.house().people().person(listed.patient(), person -> row.complete(named(json, person)));
    return row.future();
  }

  private static JsonObject named(JsonObject json, Optional<Person> person) {
    person.ifPresent(p -> json.put("familyName", p.familyName()).put("givenName", p.givenName()));
    return json;
  }
}

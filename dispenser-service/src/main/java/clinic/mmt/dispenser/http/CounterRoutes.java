package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.counter.Acts;
import clinic.mmt.dispenser.app.counter.Command;
import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.counter.Reply;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.counter.Step;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.identity.PassedOver;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.ActKind;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What people at a counter do. */
final class CounterRoutes {

  private static final Pattern VISIT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Clinic clinic;
  private final LiveHub live;

  CounterRoutes(Clinic clinic, LiveHub live) {
    this.clinic = clinic;
    this.live = live;
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "signIn", at((call, c) -> c.signIn(call.session(), () -> call.ok(new JsonObject()))),
        "signOut",
            at(
                (call, c) -> {
                  c.signOut(call.session().staff());
                  call.ok(new JsonObject());
                }),
        "stop", this::stop,
        "cancelIdentification",
            at(
                (call, c) -> {
                  c.cancelIdentification();
                  call.ok(new JsonObject());
                }),
        "resolveIdentity", at(this::resolveIdentity),
        "signIdentity", at(this::signIdentity),
        "station", at((call, c) -> call.ok(live.json(call.path("station")))),
        "stationPerson", at(this::person),
        "step", this::step);
  }

  private Consumer<Call> at(BiConsumer<Call, Counter> handler) {
    return call ->
        counter(call.path("station"))
            .ifPresentOrElse(c -> handler.accept(call, c), () -> call.refuse(400, noStation()));
  }

  private Optional<Counter> counter(String station) {
    return Optional.ofNullable(clinic.counters().get(station));
  }

  static Refusal noStation() {
    return Refusal.of(
        "no-such-station", "", "There is no such station.", "use a station of the configuration");
  }

  /** Any STOP stops: without a login, without a revision, with any body. */
  void stop(Call call) {
    counter(call.path("station"))
        .ifPresentOrElse(
            c -> {
              c.stop(call.sessionIfAny().map(Session::staff), "STOP pressed");
              call.ok(new JsonObject().put("stopping", true));
            },
            () -> {
              clinic.counters().values().forEach(c -> c.stop(Optional.empty(), "STOP pressed"));
              call.ok(new JsonObject().put("stopping", true));
            });
  }

  private void resolveIdentity(Call call, Counter counter) {
    clinic
        .signatures()
        .take(
            Optional.ofNullable(call.body().getString("second")),
            second ->
                counter.resolveIdentity(
                    call.session(), passedOver(call.body()), second, call::answer));
  }

  private static Optional<PassedOver> passedOver(JsonObject b) {
    return b.getString("why") == null || b.getString("besides") == null
        ? Optional.empty()
        : Optional.of(
            new PassedOver(
                PassedOver.Why.valueOf(b.getString("why")),
                b.getString("words", ""),
                PassedOver.Besides.valueOf(b.getString("besides"))));
  }

  private void signIdentity(Call call, Counter counter) {
    Optional<Snapshot> now = live.snapshot(call.path("station"));
    Optional<PatientId> candidate = now.flatMap(Snapshot::candidate);
    if (candidate.isEmpty()) {
      call.refuse(
          403, Refusal.of("nothing-to-sign", "", "Nobody's identity is open.", "present a card"));
      return;
    }
    ActKind kind =
        now.get().stage() == Snapshot.Stage.DOUBT
            ? ActKind.IDENTITY_DOUBT
            : ActKind.NO_READ_EXCEPTION;
    String digest =
        Acts.identity(
            kind, now.get().station(), candidate.get(), clinic.house().calendar().today());
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(call.body()),
            digest,
            (Answered<String> answer) ->
                call.answer(answer, token -> new JsonObject().put("signature", token)));
  }

  private void person(Call call, Counter counter) {
    Optional<PatientId> who =
        live.snapshot(call.path("station"))
            .flatMap(
                s ->
                    s.onScale()
                        .map(d -> d.dose().patient())
                        .or(s::candidate)
                        .or(() -> s.watched().map(d -> d.dose().patient())));
    who.ifPresentOrElse(
        id ->
            clinic
                .house()
                .people()
                .person(
                    id,
                    person -> call.ok(person.map(LiveHub::withPhoto).orElseGet(JsonObject::new))),
        () -> call.ok(new JsonObject()));
  }

  private void step(Call call) {
    command(
        new Asked(
            call.path("visit"), call.path("step"), call.body(), call.bodyText(), call.session()),
        call::answer);
  }

  /**
   * One step as it was asked for.
   *
   * @param visit the visit
   * @param word the step's word
   * @param body its fields
   * @param text the body as received; its hash tells a repeat from another command
   * @param session who
   */
  record Asked(String visit, String word, JsonObject body, String text, Session session) {}

  /** One step, from HTTP or from the WebSocket. */
  void command(Asked asked, Consumer<Reply> reply) {
    String visit = asked.visit();
    Optional<Step> step = Step.of(asked.word());
    if (step.isEmpty() || !VISIT.matcher(visit).matches()) {
      reply.accept(
          new Reply.Refused(
              Refusal.of("no-such-step", "", "There is no such step.", "see openapi.yaml")));
      return;
    }
    Optional<String> known = live.stationOf(visit);
    if (known.isPresent()) {
      at(known, asked, step.get(), reply);
    } else {
      stationInLedger(asked, station -> at(station, asked, step.get(), reply));
    }
  }

  /** A dose of before a restart is at no counter any more, and more may be learnt of it. */
  private void stationInLedger(Asked asked, Consumer<Optional<String>> reply) {
    clinic
        .house()
        .journal()
        .transact(
            new Transaction<Optional<String>>(
                asked.session().staff().value(),
                clinic.house().clock().instant(),
                reads ->
                    Decision.accept(
                        List.of(),
                        reads
                            .dose(new DoseId(asked.visit()))
                            .map(s -> s.dose().station().value()))),
            outcome ->
                reply.accept(
                    outcome instanceof Outcome.Done<Optional<String>> done
                        ? done.answer()
                        : Optional.empty()));
  }

  private void at(Optional<String> station, Asked asked, Step step, Consumer<Reply> reply) {
    JsonObject body = asked.body();
    Optional<Counter> counter = station.flatMap(this::counter);
    if (counter.isEmpty()) {
      reply.accept(
          new Reply.Refused(
              Refusal.of("no-such-visit", "", "There is no such visit.", "identify the patient")));
      return;
    }
    clinic
        .signatures()
        .take(
            Optional.ofNullable(body.getString("second")),
            second ->
                counter
                    .get()
                    .command(
                        new Command(
                            body.getString("id", ""),
                            new DoseId(asked.visit()),
                            step,
                            fields(body),
                            Digests.sha256(asked.text()),
                            asked.session(),
                            second),
                        reply));
  }

  static Map<String, String> fields(JsonObject body) {
    Map<String, String> fields = new HashMap<>();
    body.forEach(
        e -> {
          if (e.getValue() != null) {
            fields.put(e.getKey(), e.getValue().toString());
          }
        });
    return fields;
  }
}

package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.degraded.Downtimes;
import clinic.mmt.dispenser.app.degraded.Modes;
import clinic.mmt.dispenser.app.degraded.Openings;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.domain.degraded.Mode;
import clinic.mmt.dispenser.domain.degraded.Trace;
import clinic.mmt.dispenser.domain.dispense.StationId;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Degraded modes, the opening of a day, and downtimes. */
final class DegradedRoutes {

  private final Vertx vertx;
  private final Clinic clinic;
  private final Modes modes;
  private final Openings openings;
  private final Downtimes downtimes;

  DegradedRoutes(Vertx vertx, Clinic clinic) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.modes = new Modes(clinic.house());
    this.openings = new Openings(clinic.house());
    this.downtimes = new Downtimes(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "degraded", this::look,
        "enterMode", this::enter,
        "leaveMode", this::leave,
        "openDay", this::open,
        "declareDowntime", this::declare,
        "answerDowntime", this::answer);
  }

  private void look(Call call) {
    vertx
        .executeBlocking(
            () ->
                clinic
                    .house()
                    .journal()
                    .look(
                        reads ->
                            DegradedJson.clinic(
                                reads,
                                clinic.house(),
                                clinic.counters().keySet().stream().sorted().toList())),
            false)
        .onSuccess(call::ok)
        .onFailure(e -> call.refuse(503, Call.failed(String.valueOf(e.getMessage()))));
  }

  private void enter(Call call) {
    at(
        call,
        counter ->
            modes.enter(
                call.session(),
                asked(call),
                answer -> {
                  counter.stockChanged();
                  call.answer(answer, DegradedJson::of);
                }));
  }

  private void leave(Call call) {
    at(
        call,
        counter ->
            modes.leave(
                call.session(),
                asked(call),
                answer -> {
                  counter.stockChanged();
                  call.answer(answer, mode -> new JsonObject().put("mode", mode.word()));
                }));
  }

  private static Modes.Asked asked(Call call) {
    JsonObject b = call.body();
    return new Modes.Asked(
        new StationId(call.path("station")),
        Mode.of(b.getString("mode")).orElseThrow(),
        b.getString("reason"));
  }

  private void at(Call call, Consumer<Counter> then) {
    Optional.ofNullable(clinic.counters().get(call.path("station")))
        .ifPresentOrElse(then, () -> call.refuse(400, noStation()));
  }

  static Refusal noStation() {
    return Refusal.of(
        "no-such-station", "", "There is no such station.", "use a station of the configuration");
  }

  private void open(Call call) {
    openings.open(
        call.session(),
        Optional.ofNullable(call.body().getString("trace")).map(Trace::valueOf),
        answer -> call.answer(answer, DegradedJson::of));
  }

  private void declare(Call call) {
    JsonObject b = call.body();
    Optional<String> station = Optional.ofNullable(b.getString("station"));
    if (station.filter(s -> !clinic.counters().containsKey(s)).isPresent()) {
      call.refuse(400, noStation());
      return;
    }
    instant(call, b.getString("from"))
        .ifPresent(
            from ->
                downtimes.declare(
                    call.session(),
                    new Downtimes.New(station.map(StationId::new), from, b.getString("reason")),
                    answer -> call.answer(answer, DegradedJson::of)));
  }

  private void answer(Call call) {
    JsonObject b = call.body();
    downtimes.answer(
        call.session(),
        new Downtimes.Said(b.getString("downtime"), b.getBoolean("onPaper"), b.getString("reason")),
        answer -> call.answer(answer, DegradedJson::of));
  }

  /** A moment with its offset; refused when it is none. */
  static Optional<Instant> instant(Call call, String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      call.refuse(
          400,
          Refusal.of(
              "malformed-request",
              "",
              "A time is not like 2026-03-02T07:30:00+07:00.",
              "see docs/api/openapi.yaml"));
      return Optional.empty();
    }
  }
}

package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.care.DropOuts;
import clinic.mmt.dispenser.app.care.Movements;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.episode.MovementRules;
import clinic.mmt.dispenser.domain.patient.PatientId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who came into care, moved to another site and left. */
final class MovementRoutes {

  private final Movements movements;
  private final DropOuts dropOuts;

  MovementRoutes(Clinic clinic) {
    this.movements = new Movements(clinic.house());
    this.dropOuts = new DropOuts(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "admit", this::admit,
        "moveSite", this::move,
        "leave", this::leave,
        "treatmentGoesOn", this::goesOn,
        "movements", this::list);
  }

  private void admit(Call call) {
    note(call, new Movement.Admitted(Movement.Source.valueOf(call.body().getString("source"))));
  }

  private void move(Call call) {
    note(call, new Movement.Moved(call.body().getString("site")));
  }

  private void leave(Call call) {
    JsonObject b = call.body();
    note(
        call,
        new Movement.Left(Movement.Why.valueOf(b.getString("why")), b.getString("words", "")));
  }

  private void goesOn(Call call) {
    dropOuts.goesOn(
        call.session(),
        patient(call),
        call.body().getString("reason"),
        answer -> call.answer(answer, day -> new JsonObject().put("lastCovered", day.toString())));
  }

  private void note(Call call, Movement.Step step) {
    movements.note(
        call.session(),
        patient(call),
        step,
        LocalDate.parse(call.body().getString("day")),
        answer -> call.answer(answer, id -> new JsonObject().put("movement", id)));
  }

  private void list(Call call) {
    movements.list(
        call.session(), patient(call), answer -> call.answer(answer, MovementRoutes::json));
  }

  private static JsonObject json(List<Movement> noted) {
    JsonArray all = new JsonArray();
    noted.forEach(m -> all.add(json(m)));
    return new JsonObject().put("inCare", MovementRules.inCare(noted)).put("movements", all);
  }

  private static JsonObject json(Movement movement) {
    JsonObject json =
        new JsonObject()
            .put("movement", movement.id())
            .put("day", movement.day().toString())
            .put("by", movement.by().value());
    return switch (movement.step()) {
      case Movement.Admitted admitted ->
          json.put("step", "ADMITTED").put("source", admitted.source().name());
      case Movement.Moved moved -> json.put("step", "MOVED").put("site", moved.site());
      case Movement.Left left ->
          json.put("step", "LEFT").put("why", left.why().name()).put("words", left.words());
    };
  }

  private static PatientId patient(Call call) {
    return new PatientId(call.body().getString("patient"));
  }
}

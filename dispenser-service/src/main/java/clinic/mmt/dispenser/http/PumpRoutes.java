package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.counter.Counter;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.service.Calibrating;
import clinic.mmt.dispenser.app.service.PumpPages;
import clinic.mmt.dispenser.app.service.PumpService;
import clinic.mmt.dispenser.app.service.Spares;
import clinic.mmt.dispenser.app.service.UnitChange;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.service.Calibration;
import clinic.mmt.dispenser.domain.service.DeviceKind;
import clinic.mmt.dispenser.domain.service.PurgeDue;
import clinic.mmt.dispenser.domain.service.ServiceKind;
import clinic.mmt.dispenser.domain.service.Spare;
import clinic.mmt.quantity.Volume;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Service of the pump of a station, its line and its calibration log,
 * and units that take the place of others.
 */
final class PumpRoutes {

  private final Clinic clinic;
  private final Calibrating calibrating;
  private final PumpPages pages;
  private final Spares spares;

  PumpRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.calibrating = new Calibrating(clinic.house());
    this.pages = new PumpPages(clinic.house());
    this.spares = new Spares(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "pumpService", call -> at(call, this::look),
        "beginPumpService", call -> at(call, this::begin),
        "settlePumpService", call -> at(call, this::settle),
        "purgeOwed", call -> at(call, this::owed),
        "changeUnit", call -> at(call, this::change),
        "spares", this::spares,
        "registerSpare", this::register,
        "calibratePump", call -> at(call, this::calibrate));
  }

  private void at(Call call, BiConsumer<Call, Counter> then) {
    Optional<Counter> counter = Optional.ofNullable(clinic.counters().get(call.path("station")));
    counter.ifPresentOrElse(
        c -> then.accept(call, c),
        () ->
            call.refuse(
                404,
                Refusal.of(
                    "no-such-station",
                    "",
                    "There is no such station.",
                    "use a station of the configuration")));
  }

  private static StationId station(Call call) {
    return new StationId(call.path("station"));
  }

  private PumpService service(Call call, Counter counter) {
    return new PumpService(clinic.house(), station(call), counter);
  }

  private void look(Call call, Counter counter) {
    pages.look(call.session(), station(call), answer -> call.answer(answer, PumpJson::page));
  }

  private void begin(Call call, Counter counter) {
    JsonObject b = call.body();
    service(call, counter)
        .begin(
            call.session(),
            new PumpService.Asked(
                ServiceKind.valueOf(b.getString("kind")),
                ServiceKind.Destination.valueOf(b.getString("to")),
                Volume.ofMicrolitres(b.getLong("microlitres")),
                b.getString("words", "")),
            answer -> call.answer(answer, PumpJson::act));
  }

  private void settle(Call call, Counter counter) {
    JsonObject b = call.body();
    service(call, counter)
        .settle(
            call.session(),
            call.path("act"),
            Volume.ofMicrolitres(b.getLong("microlitres")),
            b.getString("words"),
            answer -> call.answer(answer, PumpJson::act));
  }

  private void owed(Call call, Counter counter) {
    JsonObject b = call.body();
    service(call, counter)
        .purgeOwed(
            call.session(),
            PurgeDue.Why.valueOf(b.getString("why")),
            b.getString("words"),
            answer -> call.answer(answer, why -> new JsonObject().put("why", why.name())));
  }

  private void change(Call call, Counter counter) {
    JsonObject b = call.body();
    new UnitChange(clinic.house(), station(call), counter)
        .change(
            call.session(),
            new UnitChange.Asked(
                b.getString("device"), b.getString("identity"), b.getString("words", "")),
            answer -> call.answer(answer, PumpJson::spare));
  }

  private void spares(Call call) {
    spares.look(call.session(), answer -> call.answer(answer, PumpJson::spares));
  }

  private void register(Call call) {
    JsonObject b = call.body();
    spares.register(
        call.session(),
        new Spare(DeviceKind.valueOf(b.getString("kind")), b.getString("identity")),
        b.getString("words", ""),
        answer -> call.answer(answer, PumpJson::spare));
  }

  private void calibrate(Call call, Counter counter) {
    JsonObject b = call.body();
    calibrating.calibrate(
        call.session(),
        station(call),
        new Calibrating.Told(
            Calibration.Method.valueOf(b.getString("method")),
            b.getJsonArray("shots").stream()
                .map(JsonObject.class::cast)
                .map(
                    shot ->
                        new Calibrating.Measured(
                            shot.getString("act"),
                            Volume.ofMicrolitres(shot.getLong("measuredMicrolitres"))))
                .toList(),
            b.getLong("factorBeforeMillionths"),
            b.getLong("factorAfterMillionths")),
        answer -> {
          counter.stockChanged();
          call.answer(answer, PumpJson::calibration);
        });
  }
}

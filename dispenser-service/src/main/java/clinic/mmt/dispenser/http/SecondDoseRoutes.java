package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.care.AddedDoses;
import clinic.mmt.dispenser.app.care.Observations;
import clinic.mmt.dispenser.domain.dispense.AddedDose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.quantity.Mass;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What follows a dose on its day: second doses, and who is watched. */
final class SecondDoseRoutes {

  private final Clinic clinic;
  private final AddedDoses addedDoses;
  private final Observations observations;

  SecondDoseRoutes(Clinic clinic) {
    this.clinic = clinic;
    this.addedDoses = new AddedDoses(clinic.house());
    this.observations = new Observations(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "orderAddedDose", this::order,
        "signAddedDose", this::sign,
        "endObservation", this::end);
  }

  private static AddedDoses.Asked asked(JsonObject b) {
    return new AddedDoses.Asked(
        new PatientId(b.getString("patient")),
        new DoseId(b.getString("visit")),
        AddedDose.Kind.valueOf(b.getString("kind")),
        Mass.ofMicrograms(b.getLong("doseMicrograms")),
        b.getString("reason"));
  }

  private void order(Call call) {
    clinic
        .signatures()
        .take(
            Optional.ofNullable(call.body().getString("signature")),
            second ->
                addedDoses.order(
                    call.session(),
                    second,
                    asked(call.body()),
                    answer -> call.answer(answer, id -> new JsonObject().put("order", id))));
  }

  private void sign(Call call) {
    JsonObject b = call.body();
    clinic
        .signatures()
        .signDigest(
            StaffRoutes.credential(b),
            asked(b.getJsonObject("order")).digest(),
            answer -> call.answer(answer, token -> new JsonObject().put("signature", token)));
  }

  private void end(Call call) {
    JsonObject b = call.body();
    observations.end(
        call.session(),
        b.getString("observation"),
        b.getString("finding"),
        answer -> call.answer(answer, id -> new JsonObject().put("observation", id)));
  }
}

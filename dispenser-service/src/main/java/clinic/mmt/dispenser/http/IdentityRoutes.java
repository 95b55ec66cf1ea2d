package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.identity.Consents;
import clinic.mmt.dispenser.app.identity.FingerTasks;
import clinic.mmt.dispenser.domain.identity.FingerConsent;
import clinic.mmt.dispenser.domain.patient.PatientId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Consent to fingerprints, and a doctor's look at fingers that are passed over. */
final class IdentityRoutes {

  private final Consents consents;
  private final FingerTasks tasks;

  IdentityRoutes(Clinic clinic) {
    this.consents = new Consents(clinic.house());
    this.tasks = new FingerTasks(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "noteFingerConsent", this::note,
        "fingerConsents", this::list,
        "reviewFingers", this::reviewed);
  }

  private void note(Call call) {
    JsonObject b = call.body();
    consents.note(
        call.session(),
        patient(call),
        FingerConsent.Answer.valueOf(b.getString("answer")),
        b.getString("form"),
        answer -> call.answer(answer, IdentityRoutes::json));
  }

  private void list(Call call) {
    consents.list(
        call.session(), patient(call), answer -> call.answer(answer, IdentityRoutes::json));
  }

  private static JsonObject json(List<FingerConsent> said) {
    JsonArray all = new JsonArray();
    said.forEach(one -> all.add(json(one)));
    return new JsonObject().put("consents", all);
  }

  private static JsonObject json(FingerConsent said) {
    return new JsonObject()
        .put("answer", said.answer().name())
        .put("form", said.form())
        .put("day", said.day().toString())
        .put("by", said.by().value());
  }

  private void reviewed(Call call) {
    tasks.reviewed(
        call.session(),
        patient(call),
        call.body().getString("finding"),
        answer -> call.answer(answer, day -> new JsonObject().put("day", day.toString())));
  }

  private static PatientId patient(Call call) {
    return new PatientId(call.body().getString("patient"));
  }
}

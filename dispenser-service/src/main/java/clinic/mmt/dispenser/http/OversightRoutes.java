package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.care.Reviews;
import clinic.mmt.dispenser.app.certificate.Certificates;
import clinic.mmt.dispenser.domain.eligibility.ReviewFlag;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.staff.Certificate;
import clinic.mmt.dispenser.domain.staff.Role;
import clinic.mmt.dispenser.domain.staff.StaffId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Certificates of staff, and doses that a doctor wants to review. */
final class OversightRoutes {

  private final Certificates certificates;
  private final Reviews reviews;

  OversightRoutes(Clinic clinic) {
    this.certificates = new Certificates(clinic.house());
    this.reviews = new Reviews(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of(
        "certificates", this::list,
        "noteCertificate", this::note,
        "extendCertificate", this::extend,
        "setReview", this::set,
        "clearReview", this::clear,
        "reviews", this::reviews);
  }

  private void list(Call call) {
    certificates.list(call.session(), answer -> call.answer(answer, OversightRoutes::certificates));
  }

  private static JsonObject certificates(List<Certificates.Listed> all) {
    JsonArray listed = new JsonArray();
    all.forEach(l -> listed.add(json(l)));
    return new JsonObject()
        .put("certificates", listed)
        .put("told", all.stream().filter(l -> l.standing() != Certificate.Standing.VALID).count());
  }

  private static JsonObject json(Certificates.Listed listed) {
    Certificate certificate = listed.certificate();
    JsonObject json =
        new JsonObject()
            .put("staff", certificate.staff().value())
            .put("role", certificate.role().name())
            .put("label", certificate.label())
            .put("until", certificate.until().toString())
            .put("standing", listed.standing().name())
            .put("daysLeft", listed.daysLeft());
    certificate
        .extension()
        .ifPresent(
            e ->
                json.put(
                    "extension",
                    new JsonObject()
                        .put("until", e.until().toString())
                        .put("reason", e.reason())
                        .put("head", e.head().value())));
    return json;
  }

  private void note(Call call) {
    JsonObject b = call.body();
    certificates.note(
        call.session(),
        new Certificates.New(
            new StaffId(b.getString("staff")),
            Role.valueOf(b.getString("role")),
            b.getString("label"),
            LocalDate.parse(b.getString("until"))),
        answer -> call.answer(answer, id -> new JsonObject().put("certificate", id)));
  }

  private void extend(Call call) {
    JsonObject b = call.body();
    certificates.extend(
        call.session(),
        new Certificates.More(
            new StaffId(b.getString("staff")),
            Role.valueOf(b.getString("role")),
            LocalDate.parse(b.getString("until")),
            b.getString("reason")),
        answer -> call.answer(answer, until -> new JsonObject().put("until", until.toString())));
  }

  private void set(Call call) {
    JsonObject b = call.body();
    reviews.set(
        call.session(),
        new PatientId(b.getString("patient")),
        LocalDate.parse(b.getString("from")),
        b.getString("reason"),
        answer -> call.answer(answer, id -> new JsonObject().put("review", id)));
  }

  private void clear(Call call) {
    JsonObject b = call.body();
    reviews.clear(
        call.session(),
        new PatientId(b.getString("patient")),
        b.getString("review"),
        b.getString("reason"),
        answer -> call.answer(answer, id -> new JsonObject().put("review", id)));
  }

  private void reviews(Call call) {
    reviews.list(
        call.session(),
        new PatientId(call.body().getString("patient")),
        answer -> call.answer(answer, OversightRoutes::reviews));
  }

  private static JsonObject reviews(List<ReviewFlag> flags) {
    JsonArray all = new JsonArray();
    flags.forEach(
        f ->
            all.add(
                new JsonObject()
                    .put("review", f.id())
                    .put("from", f.from().toString())
                    .put("reason", f.reason())));
    return new JsonObject().put("reviews", all);
  }
}

package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.care.AfterCares;
import clinic.mmt.dispenser.app.care.FollowUps;
import clinic.mmt.dispenser.app.care.Recorded;
import clinic.mmt.dispenser.app.care.Records;
import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.Movement;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.episode.UrineResult.Found;
import clinic.mmt.dispenser.domain.episode.UrineResult.Substance;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Attempts to get in touch, after-care, and what later reports ask. */
final class RecordRoutes {

  private final FollowUps followUps;
  private final AfterCares handOvers;
  private final Records records;

  RecordRoutes(Clinic clinic) {
    this.followUps = new FollowUps(clinic.house());
    this.handOvers = new AfterCares(clinic.house());
    this.records = new Records(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.ofEntries(
        Map.entry("noteContact", this::contact),
        Map.entry("decideAfterCare", this::decided),
        Map.entry("sendAfterCare", this::sent),
        Map.entry("acknowledgeAfterCare", this::acknowledged),
        Map.entry("noteResidence", this::residence),
        Map.entry("noteSex", this::sex),
        Map.entry("noteUrineTest", this::urine),
        Map.entry("urineTests", this::tests),
        Map.entry("recordsOf", this::of),
        Map.entry("setQuota", this::quota),
        Map.entry("quotas", this::quotas));
  }

  /** What a registration tells besides the person, as far as it does. */
  static Recorded recorded(JsonObject b) {
    return new Recorded(
        Optional.ofNullable(b.getString("sex")).map(Sex::valueOf),
        Optional.ofNullable(b.getString("commune")),
        Optional.ofNullable(b.getJsonObject("admission"))
            .map(
                a ->
                    new Recorded.Admission(
                        Movement.Source.valueOf(a.getString("source")), day(a, "day"))));
  }

  private void contact(Call call) {
    JsonObject b = call.body();
    followUps.tried(
        call.session(),
        new FollowUps.Attempt(
            patient(b),
            day(b, "day"),
            ContactAttempt.How.valueOf(b.getString("how")),
            b.getBoolean("reached"),
            b.getString("words", "")),
        answer -> call.answer(answer, id -> new JsonObject().put("attempt", id)));
  }

  private void decided(Call call) {
    JsonObject b = call.body();
    step(
        call, new AfterCare.Decided(b.getString("number"), day(b, "day"), b.getString("receiver")));
  }

  private void sent(Call call) {
    step(call, new AfterCare.Sent(day(call.body(), "day")));
  }

  private void acknowledged(Call call) {
    JsonObject b = call.body();
    step(call, new AfterCare.Acknowledged(day(b, "day"), b.getString("by")));
  }

  private void step(Call call, AfterCare.Step step) {
    handOvers.note(
        call.session(),
        call.body().getString("leaving"),
        step,
        answer -> call.answer(answer, id -> new JsonObject().put("leaving", id)));
  }

  private void residence(Call call) {
    JsonObject b = call.body();
    records.lives(
        call.session(),
        patient(b),
        day(b, "from"),
        b.getString("commune"),
        answer -> call.answer(answer, from -> new JsonObject().put("from", from.toString())));
  }

  private void sex(Call call) {
    JsonObject b = call.body();
    records.sex(
        call.session(),
        patient(b),
        Sex.valueOf(b.getString("sex")),
        answer -> call.answer(answer, sex -> new JsonObject().put("sex", sex.name())));
  }

  private void urine(Call call) {
    JsonObject b = call.body();
    Map<Substance, Found> found = new EnumMap<>(Substance.class);
    b.getJsonObject("found")
        .forEach(e -> found.put(Substance.valueOf(e.getKey()), Found.valueOf("" + e.getValue())));
    records.urine(
        call.session(),
        new Records.Test(
            patient(b),
            day(b, "day"),
            found,
            b.getString("words", ""),
            Optional.ofNullable(b.getString("corrects"))),
        answer -> call.answer(answer, id -> new JsonObject().put("test", id)));
  }

  private void tests(Call call) {
    records.urine(
        call.session(), patient(call.body()), answer -> call.answer(answer, RecordJson::tests));
  }

  private void of(Call call) {
    records.of(call.session(), patient(call.body()), answer -> call.answer(answer, RecordJson::of));
  }

  private void quota(Call call) {
    JsonObject b = call.body();
    records.quota(
        call.session(),
        new SiteQuota(
            b.getString("site"),
            day(b, "from"),
            b.getInteger("patients"),
            b.getString("source"),
            call.session().staff()),
        answer -> call.answer(answer, from -> new JsonObject().put("from", from.toString())));
  }

  private void quotas(Call call) {
    records.quotas(call.session(), answer -> call.answer(answer, RecordJson::quotas));
  }

  private static PatientId patient(JsonObject b) {
    return new PatientId(b.getString("patient"));
  }

  private static LocalDate day(JsonObject b, String name) {
    return LocalDate.parse(b.getString(name));
  }
}

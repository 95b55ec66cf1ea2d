package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.care.AfterCares;
import clinic.mmt.dispenser.app.care.FollowUps;
import clinic.mmt.dispenser.app.care.Records;
import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What is recorded beside the doses, as screens read it. */
final class RecordJson {

  private RecordJson() {}

  static JsonObject of(FollowUps.Listed listed) {
    return new JsonObject()
        .put("missedDays", listed.absence().missed())
        .put("lastCovered", listed.absence().lastCovered().toString())
        .put("orderHolds", listed.orderHolds())
        .put("attempts", attempts(listed.attempts()));
  }

  static JsonObject of(AfterCares.Listed listed) {
    AfterCare care = listed.care();
    JsonObject json =
        new JsonObject()
            .put("leaving", care.leaving())
            .put("completed", care.completed().toString())
            .put("overdue", listed.overdue());
    care.decision()
        .ifPresent(
            decided ->
                json.put("number", decided.number())
                    .put("decided", decided.day().toString())
                    .put("receiver", decided.receiver()));
    care.last()
        .filter(AfterCare.Sent.class::isInstance)
        .ifPresent(sent -> json.put("sent", sent.day().toString()));
    return json;
  }

  private static JsonArray attempts(List<ContactAttempt> attempts) {
    JsonArray all = new JsonArray();
    attempts.forEach(
        attempt ->
            all.add(
                new JsonObject()
                    .put("day", attempt.day().toString())
                    .put("how", attempt.how().name())
                    .put("reached", attempt.reached())
                    .put("words", attempt.words())
                    .put("by", attempt.by().value())));
    return all;
  }

  static JsonObject of(Records.OfPatient records) {
    JsonArray residences = new JsonArray();
    records
        .residences()
        .forEach(
            home ->
                residences.add(
                    new JsonObject()
                        .put("from", home.from().toString())
                        .put("commune", home.commune())));
    JsonObject json =
        new JsonObject()
            .put("residences", residences)
            .put("attempts", attempts(records.attempts()));
    records.sex().ifPresent(sex -> json.put("sex", sex.name()));
    records.birthYear().ifPresent(year -> json.put("birthYear", year));
    return json;
  }

  static JsonObject tests(List<UrineResult> tests) {
    JsonArray all = new JsonArray();
    for (UrineResult test : tests) {
      JsonObject found = new JsonObject();
      test.found().forEach((substance, what) -> found.put(substance.name(), what.name()));
      all.add(
          new JsonObject()
              .put("test", test.id())
              .put("day", test.day().toString())
              .put("found", found)
              .put("words", test.words())
              .put("by", test.by().value()));
    }
    return new JsonObject().put("tests", all);
  }

  static JsonObject quotas(List<SiteQuota> quotas) {
    JsonArray all = new JsonArray();
    quotas.forEach(
        quota ->
            all.add(
                new JsonObject()
                    .put("site", quota.site())
                    .put("from", quota.from().toString())
                    .put("patients", quota.patients())
                    .put("source", quota.source())
                    .put("by", quota.by().value())));
    return new JsonObject().put("quotas", all);
  }
}

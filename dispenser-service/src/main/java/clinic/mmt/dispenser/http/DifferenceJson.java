package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.day.DayDifferences;
import clinic.mmt.dispenser.domain.day.DifferenceExplanation;
import clinic.mmt.dispenser.domain.day.Differences;
import clinic.mmt.dispenser.domain.reconciliation.Counted;
import clinic.mmt.dispenser.domain.reconciliation.DifferenceSteps;
import clinic.mmt.dispenser.domain.reconciliation.Expected;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** Differences over days as JSON. */
final class DifferenceJson {

  private DifferenceJson() {}

  static JsonObject page(DayDifferences.Page page) {
    JsonObject json =
        new JsonObject()
            .put("days", array(page.differences().days(), day -> day(day, page.steps())))
            .put("found", array(page.differences().found(), DifferenceJson::found))
            .put("alarms", array(page.alarms(), DifferenceJson::alarm));
    page.drift()
        .ifPresent(
            drift ->
                json.put(
                    "drift",
                    new JsonObject()
                        .put("days", drift.days())
                        .put("microlitres", drift.sum().microlitres())
                        .put("limitMicrolitres", drift.limit().microlitres())
                        .put("beyond", drift.beyond())));
    return json;
  }

  private static <T> JsonArray array(List<T> all, Function<T, JsonObject> each) {
    return new JsonArray(all.stream().map(each).toList());
  }

  private static JsonObject day(Counted day, DifferenceSteps steps) {
    Expected expected = Expected.of(day.exposure());
    return new JsonObject()
        .put("day", day.day().toString())
        .put("differenceMicrolitres", day.difference().microlitres())
        .put("expectedMicrolitres", expected.mean().microlitres())
        .put("limitMicrolitres", expected.limit().microlitres())
        .put("beyond", !expected.explains(day.difference()))
        .put(
            "issuedMicrolitres",
            day.exposure().weighed().plus(day.exposure().pumped()).microlitres())
        .put("step", steps.step(day).name());
  }

  private static JsonObject found(Differences.Found f) {
    return new JsonObject()
        .put("at", f.at().kind().name())
        .put("of", f.at().of())
        .put("kind", f.finding().kind().name())
        .put("day", f.finding().day().toString())
        .put("since", f.finding().since().toString())
        .put("microlitres", f.finding().amount().microlitres());
  }

  private static JsonObject alarm(DayDifferences.Alarm a) {
    JsonObject json =
        new JsonObject()
            .put("alarm", a.alarm().id())
            .put("day", a.alarm().day().toString())
            .put("count", a.alarm().count())
            .put("found", array(a.alarm().found(), DifferenceJson::found));
    a.explained().ifPresent(e -> json.put("explained", explained(e)));
    return json;
  }

  static JsonObject explained(DifferenceExplanation e) {
    return new JsonObject()
        .put("alarm", e.alarm())
        .put("day", e.day().toString())
        .put("by", e.by().value())
        .put("reason", e.reason().name())
        .put("words", e.words());
  }
}

package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Digests;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.people.Person;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.eligibility.Reason;
import clinic.mmt.dispenser.domain.eligibility.ReasonCode;
import clinic.mmt.dispenser.domain.patient.PatientId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A counter as JSON for signed-in screens; whole numbers of µL and µg. */
final class SnapshotJson {

  private SnapshotJson() {}

  static JsonObject of(Snapshot s, Map<PatientId, Person> people) {
    JsonObject json =
        new JsonObject()
            .put("station", s.station().value())
            .put("rev", s.revision())
            .put("stage", s.stage().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .put("users", new JsonArray(s.users()))
            .put("ready", s.ready())
            .put("devices", devices(s));
    s.confirmDay().ifPresent(day -> json.put("confirmDay", day.toString()));
    s.clock().ifPresent(doubt -> json.put("clock", DayRoutes.json(doubt)));
    s.bottle().ifPresent(b -> json.put("bottle", bottle(b)));
    s.candidate().ifPresent(c -> json.put("candidate", person(people, c)));
    s.onScale().ifPresent(d -> json.put("dose", dose(d, people)));
    s.watched().ifPresent(d -> json.put("watched", dose(d, people)));
    s.ordered()
        .ifPresent(
            o ->
                json.put(
                    "ordered",
                    before(o.before())
                        .put("micrograms", o.dose().micrograms())
                        .put("microlitres", o.volume().microlitres())
                        .put("told", told(o.told()))));
    s.live()
        .ifPresent(
            l ->
                json.put(
                    "live",
                    new JsonObject()
                        .put("commandedMicrolitres", l.commanded().microlitres())
                        .put("pumpedMicrolitres", l.pumped().microlitres())
                        .put("weighedMicrolitres", l.weighed().microlitres())));
    s.notice().ifPresent(n -> json.put("notice", Call.json(n)));
    if (!s.modes().isEmpty()) {
      json.put("modes", DegradedJson.of(s.modes()));
    }
    s.power().ifPresent(p -> json.put("power", PowerJson.of(p)));
    return json;
  }

  /** What the rules say beside today's dose; the ordinary case is not said. */
  private static JsonArray told(List<Reason> reasons) {
    JsonArray told = new JsonArray();
    reasons.stream()
        .filter(r -> r.code() != ReasonCode.ENTITLED)
        .forEach(
            r ->
                told.add(
                    new JsonObject()
                        .put("code", r.code().code())
                        .put("rule", r.code().rule())
                        .put("text", r.english())
                        .put("vietnamese", r.vietnamese())));
    return told;
  }

  private static JsonObject before(Snapshot.Before before) {
    JsonObject json = new JsonObject();
    before
        .taken()
        .ifPresent(
            t ->
                json.put(
                    "taken",
                    new JsonObject()
                        .put("day", t.day().toString())
                        .put("micrograms", t.ordered().micrograms())
                        .put("phase", t.end().name())));
    before.prescribed().ifPresent(p -> json.put("prescribedDayBefore", p.micrograms()));
    return json;
  }

  private static JsonObject bottle(Snapshot.Bottle b) {
    JsonObject json =
        new JsonObject()
            .put("label", b.label().value())
            .put("microgramsPerMillilitre", b.concentration().microgramsPerMillilitre());
    b.left().ifPresent(left -> json.put("leftMicrolitres", left.microlitres()));
    return json;
  }

  private static JsonArray devices(Snapshot s) {
    JsonArray devices = new JsonArray();
    s.devices()
        .forEach(
            d ->
                devices.add(
                    new JsonObject()
                        .put("name", d.name())
                        .put("kind", d.kind())
                        .put("up", d.up())
                        .put("text", d.text())));
    return devices;
  }

  private static JsonObject dose(State state, Map<PatientId, Person> people) {
    Dose d = state.dose();
    JsonObject json =
        new JsonObject()
            .put("visit", d.id().value())
            .put("phase", state.phase().name())
            .put("day", d.day().toString())
            .put("user", d.user().value())
            .put("identifiedBy", d.identification().method().name())
            .put("person", person(people, d.patient()))
            .put("pumpedMicrolitres", d.pumped().microlitres())
            .put("source", d.source().name())
            .put("unweighed", d.unweighed());
    d.order()
        .ifPresent(
            o ->
                json.put("orderedMicrograms", o.dose().micrograms())
                    .put("orderedMicrolitres", o.volume().microlitres()));
    d.weighing()
        .ifPresent(
            w ->
                json.put("weighedMicrolitres", w.volume().microlitres())
                    .put("confirmedByWeight", w.confirmed()));
    return json;
  }

  /** A number that tells nothing, from which a training screen draws a portrait. */
  static String portrait(PatientId id) {
    return Digests.sha256("portrait " + id.value()).substring(0, 8);
  }

  private static JsonObject person(Map<PatientId, Person> people, PatientId id) {
    Person p = people.get(id);
    JsonObject json = new JsonObject().put("portrait", portrait(id));
    return p == null
        ? json
        : json.put("familyName", p.familyName())
            .put("givenName", p.givenName())
            .put("birthYear", p.birthYear())
            .put("hasPhoto", p.photo().length() > 0);
  }
}

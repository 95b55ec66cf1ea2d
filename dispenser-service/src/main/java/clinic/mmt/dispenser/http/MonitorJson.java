package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.ClinicCalendar;
import clinic.mmt.dispenser.app.counter.Snapshot;
import clinic.mmt.dispenser.app.monitor.DeviceDay;
import clinic.mmt.dispenser.app.monitor.DoctorWhy;
import clinic.mmt.dispenser.app.monitor.Overview;
import clinic.mmt.dispenser.domain.identity.Identification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The clinic at a glance, as a screen reads it. Whatever is added here is read by a whole room. */
final class MonitorJson {

  private MonitorJson() {}

  static JsonObject of(Overview o, ClinicCalendar calendar) {
    JsonArray open = new JsonArray();
    o.open()
        .forEach(
            kind ->
                open.add(
                    new JsonObject()
                        .put("kind", kind.kind().name())
                        .put("count", kind.count())
                        .put("since", kind.since().toString())));
    JsonArray modes = new JsonArray();
    o.modes()
        .forEach(
            mode ->
                modes.add(
                    new JsonObject()
                        .put("station", mode.station().value())
                        .put("mode", mode.mode().word())
                        .put("since", time(mode.since(), calendar))));
    return new JsonObject()
        .put("day", o.day().toString())
        .put("at", o.at().toString())
        .put("time", time(o.at(), calendar))
        .put("care", of(o.care()))
        .put("doses", of(o.doses()))
        .put("waiting", of(o.waiting()))
        .put("open", open)
        .put("modes", modes)
        .put("identity", of(o.identity()))
        .put("stock", of(o.stock()));
  }

  private static JsonObject of(Overview.Care care) {
    JsonObject json = new JsonObject().put("inTreatment", care.inTreatment());
    care.quota().ifPresent(quota -> json.put("quota", quota));
    return json;
  }

  private static JsonObject of(Overview.Doses doses) {
    JsonArray hours = new JsonArray();
    doses
        .hours()
        .forEach(
            hour ->
                hours.add(
                    new JsonObject()
                        .put("hour", hour.hour())
                        .put("given", hour.given())
                        .put("usualTenths", hour.usualTenths())));
    return new JsonObject()
        .put("given", doses.given())
        .put("expected", doses.expected())
        .put("daysCompared", doses.daysCompared())
        .put("hours", hours);
  }

  private static JsonObject of(Overview.Waiting waiting) {
    JsonObject doctor = new JsonObject();
    for (DoctorWhy why : DoctorWhy.values()) {
      if (waiting.doctor().containsKey(why)) {
        doctor.put(why.name(), waiting.doctor().get(why));
      }
    }
    return new JsonObject()
        .put("all", waiting.all())
        .put("ready", waiting.ready())
        .put("atCounter", waiting.atCounter())
        .put("later", waiting.later())
        .put("atDoctor", waiting.forDoctor())
        .put("doctor", doctor)
        .put("notCome", waiting.notCome());
  }

  private static JsonObject of(Overview.Identity identity) {
    JsonObject ways = new JsonObject();
    for (Identification.Method method : Identification.Method.values()) {
      ways.put(method.name(), identity.ways().getOrDefault(method, 0));
    }
    return new JsonObject().put("ways", ways).put("doubts", identity.doubts());
  }

  private static JsonObject of(Overview.Stock stock) {
    JsonArray lasting = new JsonArray();
    stock
        .lasting()
        .forEach(
            one ->
                lasting.add(
                    new JsonObject()
                        .put("microgramsPerMillilitre", one.strength().microgramsPerMillilitre())
                        .put("days", one.days())));
    JsonObject json = new JsonObject().put("counting", stock.counting()).put("lasting", lasting);
    stock
        .last()
        .ifPresent(
            last ->
                json.put(
                    "last",
                    new JsonObject()
                        .put("day", last.day().toString())
                        .put("missingMicrolitres", last.missing().microlitres())
                        .put("overMicrolitres", last.over().microlitres())));
    return json;
  }

  /** Whether anybody works there, and what its bottle is; nothing of who stands there. */
  static JsonArray stations(List<String> names, LiveHub hub) {
    JsonArray all = new JsonArray();
    for (String name : names) {
      JsonObject json = new JsonObject().put("station", name);
      hub.at(name)
          .ifPresent(
              counter ->
                  json.put("staff", counter.users().size())
                      .put("bottle", counter.bottle().isPresent())
                      .put("closed", counter.stage() == Snapshot.Stage.CLOSED));
      all.add(json);
    }
    return all;
  }

  static JsonArray devices(List<DeviceDay.Line> lines, ClinicCalendar calendar) {
    JsonArray all = new JsonArray();
    for (DeviceDay.Line line : lines) {
      JsonArray runs = new JsonArray();
      line.runs()
          .forEach(
              run ->
                  runs.add(
                      new JsonObject()
                          .put("is", run.is().name())
                          .put("from", time(run.from(), calendar))
                          .put("slots", run.slots())));
      all.add(
          new JsonObject()
              .put("station", line.name().station())
              .put("kind", line.name().kind())
              .put("device", line.name().device())
              .put("now", line.now().name())
              .put("losses", line.losses())
              .put("slotMinutes", DeviceDay.SLOT.toMinutes())
              .put("runs", runs));
    }
    return all;
  }

  private static String time(Instant at, ClinicCalendar calendar) {
    return calendar.time(at).truncatedTo(ChronoUnit.MINUTES).toString();
  }
}

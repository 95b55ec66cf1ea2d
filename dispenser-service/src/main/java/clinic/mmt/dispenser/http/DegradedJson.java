package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.domain.degraded.Downtime;
import clinic.mmt.dispenser.domain.degraded.Opening;
import clinic.mmt.dispenser.domain.degraded.RunningMode;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.profile.Profile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What is out of order, what goes on instead, and what is still owed. */
final class DegradedJson {

  private DegradedJson() {}

  static JsonObject clinic(Reads reads, House house, Collection<String> stations) {
    LocalDate today = house.calendar().today();
    Profile.Degraded limits = house.rules(reads).counter().degraded();
    JsonArray modes = new JsonArray();
    stations.forEach(s -> reads.degraded().modes(new StationId(s)).forEach(m -> modes.add(of(m))));
    JsonArray downtimes = new JsonArray();
    reads
        .degraded()
        .openDowntimes()
        .forEach(d -> downtimes.add(of(d).put("lines", lines(reads, d))));
    JsonObject json =
        new JsonObject()
            .put("day", today.toString())
            .put("modes", modes)
            .put("downtimes", downtimes)
            .put("identifiedWithoutReader", reads.degraded().withoutReader(today))
            .put(
                "limits",
                new JsonObject()
                    .put("withoutScaleMinutes", limits.withoutScale().toMinutes())
                    .put("secondLookAboveMicrograms", limits.secondLook().micrograms())
                    .put("pauseMinutes", limits.pause().toMinutes()));
    reads.degraded().opening(today).ifPresent(o -> json.put("opening", of(o)));
    return json;
  }

  private static int lines(Reads reads, Downtime downtime) {
    return reads.degraded().rows(downtime.id()).size();
  }

  static JsonArray of(List<RunningMode> modes) {
    JsonArray all = new JsonArray();
    modes.forEach(m -> all.add(of(m)));
    return all;
  }

  static JsonObject of(RunningMode mode) {
    return new JsonObject()
        .put("id", mode.id())
        .put("station", mode.station().value())
        .put("mode", mode.mode().word())
        .put("since", mode.since().toString())
        .put("countsFrom", mode.countsFrom().toString())
        .put("by", mode.by().value())
        .put("reason", mode.reason());
  }

  static JsonObject of(Opening opening) {
    return new JsonObject()
        .put("day", opening.day().toString())
        .put("trace", opening.trace().name())
        .put("by", opening.by().value());
  }

  static JsonObject of(Downtime downtime) {
    JsonObject json =
        new JsonObject()
            .put("downtime", downtime.id())
            .put("day", downtime.day().toString())
            .put("from", downtime.from().toString())
            .put("standing", downtime.standing().name())
            .put("by", downtime.by())
            .put("reason", downtime.reason());
    downtime.station().ifPresent(s -> json.put("station", s.value()));
    return json;
  }
}

package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.notice.NoticeBoard;
import clinic.mmt.dispenser.domain.dispense.StationId;
import clinic.mmt.dispenser.domain.notice.StandingNotice;
import clinic.mmt.dispenser.domain.staff.StaffId;
import clinic.mmt.dispenser.domain.text.Words;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Standing notices, for the pages that show them where people work. */
final class NoticeRoutes {

  private final Vertx vertx;
  private final Clinic clinic;
  private final LiveHub hub;
  private final NoticeBoard board;

  NoticeRoutes(Vertx vertx, Clinic clinic, LiveHub hub) {
    this.vertx = vertx;
    this.clinic = clinic;
    this.hub = hub;
    this.board = new NoticeBoard(clinic.house());
  }

  Map<String, Consumer<Call>> routes() {
    return Map.of("notices", this::notices);
  }

  private void notices(Call call) {
    SortedMap<StationId, List<StaffId>> working = working();
    call.beside(
        vertx,
        () -> {
          JsonArray found = new JsonArray();
          Instant now = clinic.house().clock().instant();
          board.now(working).forEach(notice -> found.add(json(notice, now)));
          call.ok(new JsonObject().put("found", found));
        });
  }

  /** Who is signed in is known to the counters alone. */
  private SortedMap<StationId, List<StaffId>> working() {
    SortedMap<StationId, List<StaffId>> working =
        new TreeMap<>(Comparator.comparing(StationId::value));
    for (String station : clinic.counters().keySet()) {
      working.put(
          new StationId(station),
          hub.at(station)
              .map(s -> s.users().stream().map(StaffId::new).toList())
              .orElse(List.of()));
    }
    return working;
  }

  static JsonObject json(StandingNotice n, Instant now) {
    JsonObject json =
        words(n.sort().english())
            .put("kind", n.sort().name())
            .put("level", n.level().name().toLowerCase(Locale.ROOT))
            .put("counter", n.sort().counter())
            .put("page", n.sort().page())
            .put("of", new JsonArray(n.of()))
            .put("vietnamese", words(n.sort().vietnamese()));
    n.station().ifPresent(station -> json.put("station", station.value()));
    n.since().ifPresent(since -> json.put("since", since.toString()));
    n.until().ifPresent(until -> json.put("until", until.toString()));
    n.due()
        .ifPresent(
            due ->
                json.put("due", due.toString())
                    .put("minutesLeft", Duration.between(now, due).toMinutes()));
    return json;
  }

  private static JsonObject words(Words words) {
    return new JsonObject().put("text", words.text()).put("wayOn", words.wayOn());
  }
}

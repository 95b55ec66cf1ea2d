package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.counter.Reply;
import clinic.mmt.dispenser.app.staff.Session;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * One screen's WebSocket: a full snapshot at once and after each change, at most ten times a
 * second, and a heartbeat each second. A full write queue drops ticks, since the next snapshot
 * replaces all.
 */
final class LiveSocket {

  private static final long TICK_MILLIS = 100;
  private static final long HEARTBEAT_MILLIS = 1000;

  private final ServerWebSocket socket;
  private final Context context;
  private final LiveHub hub;
  private final CounterRoutes counters;
  private final Clinic clinic;
  private final Session session;
  private final BooleanSupplier stillLoggedIn;
  private final BooleanSupplier holds;
  private final AtomicBoolean due = new AtomicBoolean(true);

  LiveSocket(
      ServerWebSocket socket,
      Context context,
      LiveHub hub,
      CounterRoutes counters,
      ClinicSession who) {
    this.socket = socket;
    this.context = context;
    this.hub = hub;
    this.counters = counters;
    this.clinic = who.clinic();
    this.session = who.session();
    this.stillLoggedIn = who.stillLoggedIn();
    this.holds = who.holds();
  }

  /** Whose socket this is. */
  record ClinicSession(
      Clinic clinic, Session session, BooleanSupplier stillLoggedIn, BooleanSupplier holds) {}

  void open(Vertx vertx) {
    Runnable watcher = () -> due.set(true);
    hub.watch(watcher);
    long tick = vertx.setPeriodic(TICK_MILLIS, t -> tick());
    long beat = vertx.setPeriodic(HEARTBEAT_MILLIS, t -> due.set(true));
    socket.textMessageHandler(this::message);
    socket.closeHandler(
        v -> {
          hub.unwatch(watcher);
          vertx.cancelTimer(tick);
          vertx.cancelTimer(beat);
        });
    tick();
  }

  private void tick() {
    if (socket.isClosed()) {
      return;
    }
    if (!holds.getAsBoolean()) {
      socket.close((short) 4401, "log in again");
      return;
    }
    if (!socket.writeQueueFull() && due.getAndSet(false)) {
      long entries = clinic.house().journal().head();
      socket.writeTextMessage(hub.full().put("entries", entries).encode());
    }
  }

  private void message(String text) {
    JsonObject message;
    try {
      message = new JsonObject(text);
    } catch (DecodeException e) {
      answer(new JsonObject().put("error", "not a JSON object"));
      return;
    }
    String what = String.valueOf(message.getValue("do"));
    if (!what.equals("stop") && !stillLoggedIn.getAsBoolean()) {
      socket.close((short) 4401, "log in again");
      return;
    }
    if (what.equals("stop")) {
      stop(String.valueOf(message.getValue("station")));
      answer(new JsonObject().put("reply", "stop").put("stopping", true));
      return;
    }
    String id = String.valueOf(message.getValue("id"));
    String visit = id.contains("/") ? id.substring(0, id.indexOf('/')) : "";
    counters.command(
        new CounterRoutes.Asked(visit, what, message, text, session),
        reply -> answer(json(id, reply)));
  }

  private void stop(String station) {
    Optional.ofNullable(clinic.counters().get(station))
        .ifPresentOrElse(
            c -> c.stop(Optional.of(session.staff()), "STOP pressed"),
            () ->
                clinic
                    .counters()
                    .values()
                    .forEach(c -> c.stop(Optional.of(session.staff()), "STOP pressed")));
  }

  private static JsonObject json(String id, Reply reply) {
    JsonObject json = new JsonObject().put("reply", id);
    return switch (reply) {
      case Reply.Done d -> json.put("status", 200).put("phase", d.phase());
      case Reply.Refused r -> json.put("status", 403).put("refusal", Call.json(r.refusal()));
      case Reply.Conflict c -> json.put("status", 409).put("refusal", Call.json(c.refusal()));
      case Reply.Failed f ->
          json.put("status", 503).put("refusal", Call.json(Call.failed(f.why())));
    };
  }

  private void answer(JsonObject json) {
    context.runOnContext(
        v -> {
          if (!socket.isClosed()) {
            socket.writeTextMessage(json.encode());
          }
        });
  }
}

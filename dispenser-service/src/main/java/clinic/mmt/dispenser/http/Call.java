package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.counter.Reply;
import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One HTTP call, validated against the contract; answers may come from any thread. */
final class Call {

  private final RoutingContext routing;
  private final Context context;
  private final Optional<Session> session;

  Call(RoutingContext routing, Context context, Optional<Session> session) {
    this.routing = routing;
    this.context = context;
    this.session = session;
  }

  Session session() {
    return session.orElseThrow();
  }

  Optional<Session> sessionIfAny() {
    return session;
  }

  String path(String name) {
    return java.util.Objects.requireNonNullElse(routing.pathParam(name), "");
  }

  JsonObject body() {
    JsonObject body = routing.body().asJsonObject();
    return body == null ? new JsonObject() : body;
  }

  String bodyText() {
    String text = routing.body().asString();
    return text == null ? "" : text;
  }

  RoutingContext routing() {
    return routing;
  }

  void ok(JsonObject body) {
    send(200, body);
  }

  void refuse(int status, Refusal refusal) {
    send(status, json(refusal));
  }

  <T> void answer(Answered<T> answer, Function<T, JsonObject> body) {
    switch (answer) {
      case Answered.Yes<T>(T value) -> ok(body.apply(value));
      case Answered.No<T>(Refusal r) -> refuse(403, r);
      case Answered.Failed<T>(String why) -> refuse(503, failed(why));
    }
  }

  /** A list, under {@code found}. */
  <T> void found(Answered<List<T>> answer, Function<T, JsonObject> one) {
    answer(
        answer,
        all -> {
          JsonArray found = new JsonArray();
          all.forEach(item -> found.add(one.apply(item)));
          return new JsonObject().put("found", found);
        });
  }

  void answer(Reply reply) {
    switch (reply) {
      case Reply.Done d -> ok(new JsonObject().put("phase", d.phase()));
      case Reply.Refused r -> refuse(403, r.refusal());
      case Reply.Conflict c -> refuse(409, c.refusal());
      case Reply.Failed f -> refuse(503, failed(f.why()));
    }
  }

  static Refusal failed(String why) {
    return Refusal.of(
        "store-failed",
        "",
        "The ledger can't be written: " + why,
        "free space on the disk, then try again with the same id");
  }

  static JsonObject json(Refusal r) {
    JsonArray details = new JsonArray();
    r.details().forEach(d -> details.add(told(d)));
    JsonObject json =
        new JsonObject()
            .put("code", r.code())
            .put("rule", r.rule())
            .put("text", r.text())
            .put("liftedBy", r.liftedBy())
            .put("details", details);
    r.vietnamese().ifPresent(vi -> json.put("vietnamese", told(vi)));
    return json;
  }

  private static JsonObject told(Refusal.Told told) {
    return new JsonObject().put("text", told.text()).put("liftedBy", told.liftedBy());
  }

  /** A page for paper, under a policy of its own. */
  void page(String html, String policy) {
    context.runOnContext(
        v -> {
          if (!routing.response().ended() && !routing.response().closed()) {
            routing
                .response()
                .putHeader("content-type", "text/html; charset=utf-8")
                .putHeader("content-security-policy", policy)
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("cache-control", "no-store")
                .end(html);
          }
        });
  }

  /** What is no JSON and no page, such as a picture for a printer. */
  void bytes(String type, byte[] bytes) {
    context.runOnContext(
        v -> {
          if (!routing.response().ended() && !routing.response().closed()) {
            routing
                .response()
                .putHeader("content-type", type)
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("cache-control", "no-store")
                .end(Buffer.buffer(bytes));
          }
        });
  }

  /** Runs what may take long on a worker thread; what it throws is told as a failure. */
  void beside(Vertx vertx, Runnable work) {
    vertx
        .executeBlocking(
            () -> {
              work.run();
              return true;
            },
            false)
        .onFailure(e -> refuse(503, failed(String.valueOf(e.getMessage()))));
  }

  private void send(int status, JsonObject body) {
    context.runOnContext(
        v -> {
          if (!routing.response().ended() && !routing.response().closed()) {
            routing
                .response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json; charset=utf-8")
                .putHeader("cache-control", "no-store")
                .end(body.toBuffer());
          }
        });
  }
}

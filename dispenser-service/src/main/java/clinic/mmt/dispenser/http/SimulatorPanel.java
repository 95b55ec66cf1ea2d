package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.events.SentEvents;
import clinic.mmt.dispenser.app.journal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Passes what the simulators' panel asks on to the simulators' control port, which listens on
 * loopback only. There is one in training mode, and only where the configuration names that port.
 */
final class SimulatorPanel {

  static final String PREFIX = "/api/sim/";
  private static final long TIMEOUT_MILLIS = 5000;
  private static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");

  private final HttpClient client;
  private final URI control;
  private final Optional<SentEvents> events;

  SimulatorPanel(Vertx vertx, SimulatedDevices devices) {
    this.client = vertx.createHttpClient();
    this.control = devices.control();
    this.events = devices.events();
  }

  /** What was published after the number in {@code after}, which is 0 unless given. */
  void events(Call call) {
    String after = call.routing().request().getParam("after", "0");
    if (!after.matches("\\d{1,18}")) {
      call.refuse(
          400,
          Refusal.of(
              "malformed-request", "", "after wants a number.", "see docs/simulators/README.md"));
      return;
    }
    JsonArray found = new JsonArray();
    events
        .map(sent -> sent.after(Long.parseLong(after)))
        .orElse(List.of())
        .forEach(sent -> found.add(json(sent)));
    call.ok(new JsonObject().put("broker", events.isPresent()).put("found", found));
  }

  private static JsonObject json(SentEvents.Sent sent) {
    return new JsonObject()
        .put("number", sent.number())
        .put("at", sent.at().toString())
        .put("topic", sent.topic())
        .put("payload", sent.payload());
  }

  /** One request of the panel; its body was read before. */
  void pass(RoutingContext routing) {
    String method = routing.request().method().name();
    if (!METHODS.contains(method)) {
      routing.response().setStatusCode(405).end();
      return;
    }
    RequestOptions to =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(method))
            .setHost(control.getHost())
            .setPort(control.getPort())
            .setURI(
                "/"
                    + Objects.requireNonNullElse(routing.request().path(), PREFIX)
                        .substring(PREFIX.length()))
            .setTimeout(TIMEOUT_MILLIS);
    Buffer body = routing.body().buffer() == null ? Buffer.buffer() : routing.body().buffer();
    client
        .request(to)
        .compose((HttpClientRequest request) -> request.send(body))
        .compose((HttpClientResponse answer) -> answered(routing, answer))
        .onFailure(e -> gone(routing));
  }

  private static Future<Void> answered(RoutingContext routing, HttpClientResponse answer) {
    String type = answer.getHeader("content-type");
    return answer
        .body()
        .compose(
            body ->
                routing
                    .response()
                    .setStatusCode(answer.statusCode())
                    .putHeader("content-type", type == null ? "application/json" : type)
                    .end(body));
  }

  private static void gone(RoutingContext routing) {
    if (!routing.response().ended()) {
      routing.response().setStatusCode(503);
      routing.json(
          Call.json(
              Refusal.of(
                  "simulators-gone", "", "The simulators do not answer.", "start the demo again")));
    }
  }
}

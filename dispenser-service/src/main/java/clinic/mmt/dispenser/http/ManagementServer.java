package clinic.mmt.dispenser.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.function.BooleanSupplier;

/** Metrics and health, on loopback only. */
public final class ManagementServer {

  private final Vertx vertx;
  private final PrometheusMeterRegistry registry;
  private final BooleanSupplier ready;

  /** Serves {@code registry}; {@code ready} tells whether ledger and counters answer. */
  public ManagementServer(Vertx vertx, PrometheusMeterRegistry registry, BooleanSupplier ready) {
    this.vertx = vertx;
    this.registry = registry;
    this.ready = ready;
  }

  /** Listens on 127.0.0.1. */
  public Future<HttpServer> listen(int port) {
    Router router = Router.router(vertx);
    router
        .get("/metrics")
        .handler(
            c ->
                c.response()
                    .putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8")
                    .end(registry.scrape()));
    router.get("/health/live").handler(c -> c.json(new JsonObject().put("status", "up")));
    router
        .get("/health/ready")
        .handler(
            c -> {
              boolean up = ready.getAsBoolean();
              c.response().setStatusCode(up ? 200 : 503);
              c.json(new JsonObject().put("status", up ? "up" : "down"));
            });
    return vertx.createHttpServer().requestHandler(router).listen(port, "127.0.0.1");
  }
}

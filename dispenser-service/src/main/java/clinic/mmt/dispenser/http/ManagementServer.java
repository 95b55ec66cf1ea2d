package clinic.mmt.dispenser.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.function.Supplier;

/** Metrics and health, on loopback only. */
public final class ManagementServer {

  /**
   * What readiness is made of; names nobody.
   *
   * @param ready whether a new visit may begin: ledger and counters answer and the disk has room
   * @param disk {@code ok}, {@code low} or {@code stop}
   * @param freeMegabytes of the data folder's disk
   * @param ballast whether the ballast file is there
   */
  public record Health(boolean ready, String disk, long freeMegabytes, boolean ballast) {}

  private final Vertx vertx;
  private final PrometheusMeterRegistry registry;
  private final Supplier<Health> ready;

  /** Serves {@code registry}; {@code ready} is asked at each request and answers at once. */
  public ManagementServer(Vertx vertx, PrometheusMeterRegistry registry, Supplier<Health> ready) {
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
              Health health = ready.get();
              c.response().setStatusCode(health.ready() ? 200 : 503);
              c.json(
                  new JsonObject()
                      .put("status", health.ready() ? "up" : "down")
                      .put(
                          "disk",
                          new JsonObject()
                              .put("status", health.disk())
                              .put("freeMegabytes", health.freeMegabytes())
                              .put("ballast", health.ballast())));
            });
    return vertx.createHttpServer().requestHandler(router).listen(port, "127.0.0.1");
  }
}

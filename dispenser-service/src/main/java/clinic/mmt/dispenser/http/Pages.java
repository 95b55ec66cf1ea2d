package clinic.mmt.dispenser.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** The built pages out of the jar of the screens, under rules that keep foreign code out. */
final class Pages {

  /** Only our own files: no inline script, no inline style, nothing from elsewhere, no frames. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'";

  private Pages() {}

  static void serve(Router router) {
    router.get("/*").handler(Pages::guarded);
    router.get("/sim").handler(routing -> routing.reroute("/sim.html"));
    router.get("/pharmacy").handler(routing -> routing.reroute("/pharmacy.html"));
    router.get("/doctor").handler(routing -> routing.reroute("/doctor.html"));
    router.get("/admin").handler(routing -> routing.reroute("/admin.html"));
    router.get("/*").handler(StaticHandler.create("webroot").setCachingEnabled(false));
  }

  private static void guarded(RoutingContext routing) {
    HttpServerResponse response = routing.response();
    response.putHeader("content-security-policy", POLICY);
    response.putHeader("x-content-type-options", "nosniff");
    response.putHeader("referrer-policy", "no-referrer");
    response.putHeader("cache-control", "no-cache");
    routing.next();
  }
}

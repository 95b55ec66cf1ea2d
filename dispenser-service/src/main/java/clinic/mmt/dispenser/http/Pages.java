package clinic.mmt.dispenser.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;

/** The built pages out of the jar of the screens, under rules that keep foreign code out. */
final class Pages {

  /** Only our own files: no inline script, no inline style, nothing from elsewhere, no frames. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'";

  /** Pages beside the counter's, by their address. */
  private static final List<String> PAGES =
      List.of("sim", "pharmacy", "doctor", "admin", "monitor", "door", "display", "follow-up");

  private Pages() {}

  static void serve(Router router) {
    router.get("/*").handler(Pages::guarded);
    for (String page : PAGES) {
      router.get("/" + page).handler(routing -> routing.reroute("/" + page + ".html"));
    }
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

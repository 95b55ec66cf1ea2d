package clinic.mmt.sim.control;

import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.bench.BenchSessions;
import clinic.mmt.sim.fingerprint.zfm20.FingerModel;
import clinic.mmt.sim.fingerprint.zfm20.ModuleType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All routes of the control port, and the way from a request to its answer. */
final class Routes {

  private static final String CONTRACT = "openapi.yaml";

  private final List<Route> routes = new ArrayList<>();
  private final BenchSessions sessions;

  /**
   * The routes of a bench.
   *
   * @param folder where sessions are written and read
   */
  Routes(Bench bench, Path folder) {
    sessions = bench.sessions();
    routes.add(new Route("GET", "/health", request -> Answer.done()));
    routes.add(new Route("GET", "/openapi.yaml", request -> contract()));
    routes.add(
        new Route(
            "GET", "/fingers/{id}/template", request -> template(request, ModuleType.ZFM_20)));
    routes.add(
        new Route(
            "GET", "/fingers/{id}/r503-template", request -> template(request, ModuleType.R503)));
    routes.addAll(new StationRoutes(bench).routes());
    routes.addAll(new DeviceRoutes(bench).routes());
    routes.addAll(new SessionRoutes(bench, folder).routes());
  }

  List<Route> all() {
    return List.copyOf(routes);
  }

  Answer answer(String method, String path, String body) {
    boolean known = false;
    for (Route route : routes) {
      Optional<String> name = route.match(path);
      if (name.isPresent() && route.method().equals(method)) {
        Answer answer = handle(route, new Route.Request(name.get(), body));
        note(route, path, body, answer);
        return answer;
      }
      known |= name.isPresent();
    }
    String hint = known ? " does not take " + method : " is not a route";
    return Answer.error(Answer.NOT_FOUND, path + hint + "; see GET /openapi.yaml");
  }

  private static Answer handle(Route route, Route.Request request) {
    try {
      return route.handler().apply(request);
    } catch (ControlException e) {
      return e.answer();
    }
  }

  /** What is asked of the devices and people of the bench belongs into a recording. */
  private void note(Route route, String path, String body, Answer answer) {
    boolean changes = route.template().matches("/(stations|devices)/.*") && !route.isGet();
    if (changes) {
      sessions.asked(route.method(), path, Json.oneLine(body), answer.status());
    }
  }

  private static Answer template(Route.Request request, ModuleType type) {
    return Answer.json(Map.of("templateHex", FingerModel.enrolled(request.name(), type).hex()));
  }

  private static Answer contract() {
    try (InputStream in = Routes.class.getResourceAsStream(CONTRACT)) {
      if (in == null) {
        throw new IllegalStateException(CONTRACT + " is not in the jar");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(Answer.OK, "application/yaml", text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package clinic.mmt.sim.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One route of the control port.
 *
 * @param method HTTP method
 * @param template path with one part in braces at most
 * @param handler answers it
 */
record Route(String method, String template, Function<Request, Answer> handler) {

  /**
   * A request that fits a route.
   *
   * @param name what stands for the part in braces; empty if there is none
   * @param text the body as it came
   */
  record Request(String name, String text) {
    Body body() {
      return Body.of(text);
    }
  }

  /** Whether it only looks. */
  boolean isGet() {
    return method.equals("GET");
  }

  /** What stands for the part in braces, if the path fits. */
  Optional<String> match(String path) {
    List<String> wanted = List.of(template.split("/", -1));
    List<String> given = new ArrayList<>(List.of(path.split("/", -1)));
    if (wanted.size() != given.size()) {
      return Optional.empty();
    }
    String name = "";
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).startsWith("{")) {
        name = given.get(i);
      } else if (!wanted.get(i).equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(name);
  }
}

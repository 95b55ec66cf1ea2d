package clinic.mmt.sim.control;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent back over HTTP.
 *
 * @param status HTTP status
 * @param contentType media type
 * @param body ready to send
 */
record Answer(int status, String contentType, String body) {

  static final int OK = 200;
  static final int BAD_REQUEST = 400;
  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;

  static Answer json(Object value) {
    return new Answer(OK, "application/json", Json.write(value));
  }

  static Answer done() {
    return json(Map.of("status", "ok"));
  }

  static Answer error(int status, @Nullable String what) {
    return new Answer(
        status, "application/json", Json.write(Map.of("error", String.valueOf(what))));
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}

package clinic.mmt.screens;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Brings the station back to rest whatever a failed test left there, so that tests stay apart. */
final class Tidy {

  private static final int STEPS_MOST = 60;
  private static final int LOOK_MILLIS = 100;

  /** How each state in a lane is ended. */
  private static final Map<String, String> ENDS =
      Map.of(
          "REVIEWING", "left",
          "MEASURED", "discard",
          "HELD", "discard",
          "DISCREPANCY", "discard",
          "OUTCOME_UNKNOWN", "unknown-discarded",
          "HANDED_OVER", "not-seen");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private String token = "";

  Tidy(String address) {
    this.address = address;
  }

  void run() throws IOException, InterruptedException {
    if (token.isEmpty()) { // once: a password is slow on purpose
      JsonObject me =
          post("api/login", "{\"login\":\"binh\",\"password\":\"demo-binh-2026\"}")
              .getAsJsonObject();
      token = me.get("token").getAsString();
    }
    JsonObject now = station();
    if (!now.has("dose") && !now.has("watched") && !now.has("modes") && quiet(now)) {
      return;
    }
    post("api/stations/s1/sign-in", "{}");
    post("api/stations/s1/cancel-identification", "{}");
    for (int i = 0; i < STEPS_MOST; i++) {
      JsonObject station = station();
      JsonElement dose = station.has("dose") ? station.get("dose") : station.get("watched");
      if (dose == null) {
        break;
      }
      end(station, dose.getAsJsonObject());
      Thread.sleep(LOOK_MILLIS);
    }
    leaveModes();
    post("api/stations/s1/sign-out", "{}");
  }

  private void leaveModes() throws IOException, InterruptedException {
    JsonObject station = station();
    if (station.has("modes")) {
      for (JsonElement one : station.getAsJsonArray("modes")) {
        String mode = one.getAsJsonObject().get("mode").getAsString();
        post("api/stations/s1/modes/left", "{\"mode\":\"" + mode + "\",\"reason\":\"tidy\"}");
      }
    }
  }

  private static boolean quiet(JsonObject station) {
    String stage = station.get("stage").getAsString();
    return stage.equals("idle") || stage.equals("closed");
  }

  private void end(JsonObject station, JsonObject dose) throws IOException, InterruptedException {
    String step = ENDS.get(dose.get("phase").getAsString());
    if (step == null) {
      post("api/stations/s1/stop", "{}");
      return;
    }
    String visit = dose.get("visit").getAsString();
    String id = visit + "/" + step + "/" + station.get("rev").getAsLong();
    post("api/visits/" + visit + "/" + step, "{\"id\":\"" + id + "\",\"microlitres\":1000}");
  }

  private JsonObject station() throws IOException, InterruptedException {
    return send(request("api/stations/s1").GET()).getAsJsonObject();
  }

  private JsonElement post(String path, String body) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("content-type", "application/json");
    return token.isEmpty() ? request : request.header("authorization", "Bearer " + token);
  }

  private JsonElement send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return JsonParser.parseString(
        http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
  }
}

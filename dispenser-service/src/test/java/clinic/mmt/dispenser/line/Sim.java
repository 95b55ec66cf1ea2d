package clinic.mmt.dispenser.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Hands at the simulated counter, its faults, and the truth about its liquid. */
final class Sim {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  Sim(String base) {
    this.base = base;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(
        request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> good(HttpResponse<String> response) throws IOException {
    if (response.statusCode() >= 300) {
      throw new IOException("the simulators say: " + response.body());
    }
    return response;
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(good(send(HttpRequest.newBuilder(URI.create(base + path)).GET())).body());
  }

  void post(String path, String json) throws IOException, InterruptedException {
    good(tryPost(path, json));
  }

  private HttpResponse<String> tryPost(String path, String json)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  void cup(String station, String act) throws IOException, InterruptedException {
    post("/stations/" + station + "/cup", "{\"act\":\"" + act + "\"}");
  }

  /** Takes away whatever stands on the scale, if anything does. */
  void clear(String station) throws IOException, InterruptedException {
    if (truth(station).path("cupOnScale").asBoolean()) {
      cup(station, "lift");
    }
  }

  void card(String station, String card) throws IOException, InterruptedException {
    post("/stations/" + station + "/card", "{\"card\":\"" + card + "\",\"dwellMillis\":200}");
  }

  void code(String station, String code) throws IOException, InterruptedException {
    post("/stations/" + station + "/code", "{\"code\":\"" + code + "\"}");
  }

  void finger(String station, String finger, String quality)
      throws IOException, InterruptedException {
    post(
        "/stations/" + station + "/finger",
        "{\"finger\":\"" + finger + "\",\"quality\":\"" + quality + "\"}");
  }

  void liftFinger(String station) throws IOException, InterruptedException {
    post("/stations/" + station + "/finger", "{\"finger\":null}");
  }

  void fault(String device, String json) throws IOException, InterruptedException {
    post("/devices/" + device + "/faults", json);
  }

  void noFaults(String device) throws IOException, InterruptedException {
    good(
        send(HttpRequest.newBuilder(URI.create(base + "/devices/" + device + "/faults")).DELETE()));
  }

  void cable(String device, String json) throws IOException, InterruptedException {
    post("/devices/" + device + "/cable", json);
  }

  void plug(String device) throws IOException, InterruptedException {
    HttpResponse<String> answer = tryPost("/devices/" + device + "/cable", "{\"act\":\"plug\"}");
    if (answer.statusCode() != 409) {
      good(answer);
    }
  }

  JsonNode truth(String station) throws IOException, InterruptedException {
    return get("/stations/" + station + "/truth");
  }

  int runs(String station) throws IOException, InterruptedException {
    return truth(station).path("runs").size();
  }

  long cupMicrolitres(String station) throws IOException, InterruptedException {
    return truth(station).path("cupProductMicrolitres").asLong();
  }
}

package clinic.mmt.dispenser.main.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A person's screen without a screen: the real HTTP and WebSocket interface. */
final class ApiClient implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private final Object monitor = new Object();
  private String token = "";
  private JsonNode latest = JSON.createObjectNode();

  ApiClient(String base) {
    this.base = URI.create(base);
  }

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param body JSON body
   */
  record Answer(int status, JsonNode body) {
    boolean good() {
      return status == 200;
    }

    String text() {
      return body.path("text").asText(body.toString());
    }
  }

  Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(15))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  /** Logs in; later calls carry the token. */
  void logIn(String login, String password) throws IOException, InterruptedException {
    Answer answer = post("/api/login", Map.of("login", login, "password", password));
    if (!answer.good()) {
      throw new IOException("login refused: " + answer.text());
    }
    token = answer.body().path("token").asText();
  }

  /** Opens the live socket. */
  void watch() {
    client
        .newWebSocketBuilder()
        .header("authorization", "Bearer " + token)
        .buildAsync(
            URI.create("ws://" + base.getHost() + ":" + base.getPort() + "/api/live"),
            new Listener())
        .orTimeout(10, TimeUnit.SECONDS)
        .join();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        received(text.toString());
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, data, last);
    }
  }

  private void received(String message) {
    try {
      JsonNode json = JSON.readTree(message);
      if (json.path("full").asBoolean()) {
        synchronized (monitor) {
          latest = json;
          monitor.notifyAll();
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the live socket sent what is no JSON", e);
    }
  }

  /** Waits until the station's snapshot fulfils {@code condition}. */
  JsonNode await(String what, Duration most, Predicate<JsonNode> condition)
      throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + most.toNanos();
    synchronized (monitor) {
      while (true) {
        JsonNode station = latest.path("stations").path(0);
        if (condition.test(station)) {
          return station;
        }
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new TimeoutException(
              "waited for " + what + "; the station says " + station.path("notice"));
        }
        TimeUnit.NANOSECONDS.timedWait(monitor, left);
      }
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

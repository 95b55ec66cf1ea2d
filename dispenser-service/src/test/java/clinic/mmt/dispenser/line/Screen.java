package clinic.mmt.dispenser.line;

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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A screen without a screen: the HTTP interface and the live socket of one logged-in person. */
final class Screen implements AutoCloseable {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration MOST = Duration.ofSeconds(12);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final Object monitor = new Object();
  private final BlockingQueue<JsonNode> replies = new LinkedBlockingQueue<>();
  private String token = "";
  private JsonNode latest = JSON.createObjectNode();

  Screen(String base) {
    this.base = base;
  }

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param text its body
   * @param body its body as JSON, an empty object when it is none
   */
  record Answer(int status, String text, JsonNode body) {
    boolean good() {
      return status == 200;
    }

    String code() {
      return body.path("code").asText();
    }

    String phase() {
      return body.path("phase").asText();
    }
  }

  Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return raw(path, JSON.writeValueAsBytes(body), "application/json");
  }

  /** Posts any bytes. */
  Answer raw(String path, byte[] body, String type) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(MOST)
            .header("content-type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send(request);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(base + path)).timeout(MOST).GET());
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    String text = response.body();
    JsonNode json = text.startsWith("{") ? JSON.readTree(text) : (JsonNode) JSON.createObjectNode();
    return new Answer(response.statusCode(), text, json);
  }

  /** Logs in; later calls carry the token. */
  Screen logIn(String login, String password) throws IOException, InterruptedException {
    Answer answer = post("/api/login", Map.of("login", login, "password", password));
    if (!answer.good()) {
      throw new IOException("login: " + answer.text());
    }
    token = answer.body().path("token").asText();
    return this;
  }

  /** Uses a token that nobody gave. */
  Screen withToken(String other) {
    token = other;
    return this;
  }

  /** Opens the live socket. */
  WebSocket watch() {
    return client
        .newWebSocketBuilder()
        .header("authorization", "Bearer " + token)
        .buildAsync(URI.create(base.replace("http:", "ws:") + "/api/live"), new Listener())
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

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      replies.add(JSON.createObjectNode().put("closed", code));
      return WebSocket.Listener.super.onClose(socket, code, reason);
    }
  }

  private void received(String message) {
    try {
      JsonNode json = JSON.readTree(message);
      if (!json.path("full").asBoolean()) {
        replies.add(json);
        return;
      }
      synchronized (monitor) {
        latest = json;
        monitor.notifyAll();
      }
    } catch (IOException e) {
      throw new IllegalStateException("the live socket sent what is no JSON", e);
    }
  }

  /** The next message of the live socket that is no snapshot. */
  JsonNode reply() throws InterruptedException {
    JsonNode reply = replies.poll(MOST.toSeconds(), TimeUnit.SECONDS);
    if (reply == null) {
      throw new AssertionError("no reply came over the live socket");
    }
    return reply;
  }

  private JsonNode of(String station) {
    for (JsonNode one : latest.path("stations")) {
      if (one.path("station").asText().equals(station)) {
        return one;
      }
    }
    return JSON.createObjectNode();
  }

  /** The station's latest snapshot. */
  JsonNode now(String station) {
    synchronized (monitor) {
      return of(station);
    }
  }

  /** Waits until the station's snapshot fulfils {@code condition}. */
  JsonNode await(String station, String what, Predicate<JsonNode> condition)
      throws InterruptedException {
    long end = System.nanoTime() + MOST.toNanos();
    synchronized (monitor) {
      while (true) {
        JsonNode now = of(station);
        if (condition.test(now)) {
          return now;
        }
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new AssertionError("waited for " + what + "; " + station + " is " + now);
        }
        TimeUnit.NANOSECONDS.timedWait(monitor, left);
      }
    }
  }

  /** Whether the station comes to fulfil {@code condition} within so many milliseconds. */
  boolean within(String station, long millis, Predicate<JsonNode> condition)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    synchronized (monitor) {
      while (!condition.test(of(station))) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(monitor, left);
      }
      return true;
    }
  }

  /** Waits for the phase of the dose on the scale. */
  JsonNode awaitPhase(String station, String phase) throws InterruptedException {
    return await(station, phase, s -> s.path("dose").path("phase").asText().equals(phase));
  }

  /** Waits for a notice with this code. */
  JsonNode awaitNotice(String station, String code) throws InterruptedException {
    return await(
        station, "notice " + code, s -> s.path("notice").path("code").asText().equals(code));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

package clinic.mmt.screens;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Asks the service beside a page: sets up what a test needs, or reads what is true. */
final class Api {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private String token = "";

  private Api(String address) {
    this.address = address;
  }

  /** Nobody is logged in. */
  static Api of(House house) {
    return new Api(house.page());
  }

  /** In the name of one of the demo's staff. */
  static Api of(House house, String login) throws IOException {
    Api api = new Api(house.page());
    Map<String, Object> who = Map.of("login", login, "password", "demo-" + login + "-2026");
    api.token = api.post("login", who).get("token").getAsString();
    return api;
  }

  JsonObject get(String path) throws IOException {
    return send(request(path).GET());
  }

  JsonObject post(String path, Map<String, Object> body) throws IOException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(new Gson().toJson(body))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "api/" + path))
            .header("content-type", "application/json");
    return token.isEmpty() ? request : request.header("authorization", "Bearer " + token);
  }

  private JsonObject send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.uri().getPath() + ": " + answer.body());
      }
      return JsonParser.parseString(answer.body()).getAsJsonObject();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}

package clinic.mmt.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The simulators as a process of their own, on pseudo-terminals, with their control port. */
public final class SimBench implements AutoCloseable {

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> paths = new HashMap<>();
  private String control = "";

  private SimBench(Process process) {
    this.process = process;
  }

  /** Starts a bench; returns when every port is there. */
  public static SimBench start(Path folder, String benchYaml) throws IOException {
    Path bench = Files.writeString(folder.resolve("bench.yaml"), benchYaml);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "clinic.mmt.sim.main.SimulatorsMain"));
    command.addAll(
        List.of(
            "--bench", bench.toString(),
            "--links", folder.resolve("links").toString(),
            "--control", "127.0.0.1:0",
            "--parent", Long.toString(ProcessHandle.current().pid())));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    SimBench started = new SimBench(builder.start());
    started.awaitReady();
    return started;
  }

  private void awaitReady() throws IOException {
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    while (line != null && !line.equals("ready")) {
      List<String> words = List.of(line.split(" ", 4));
      if (words.getFirst().equals("control")) {
        control = words.get(1);
      } else {
        paths.put(words.getFirst(), words.get(3));
      }
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException("the simulators ended before they were ready");
    }
  }

  /** The link of a device. */
  public String link(String device) {
    return "serial:" + paths.getOrDefault(device, "/no/such/device");
  }

  /** A request to the control port. */
  public String post(String path, String json) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Takes something back at the control port. */
  public String delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  /** A question to the control port. */
  public String get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(control.replaceAll("/$", "") + path))
        .header("Content-Type", "application/json");
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** A whole number of a station's truth. */
  public long truth(String station, String field) throws IOException, InterruptedException {
    String body = get("/stations/" + station + "/truth");
    return Long.parseLong(body.replaceAll("(?s).*\"" + field + "\"\\s*:\\s*(-?\\d+).*", "$1"));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(this::kill).join();
  }

  private Process kill(Throwable late) {
    return process.destroyForcibly();
  }
}

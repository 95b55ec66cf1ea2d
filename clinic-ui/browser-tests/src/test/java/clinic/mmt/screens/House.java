package clinic.mmt.screens;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One {@code demo}: simulators and service as processes of their own, 200 invented people. A test
 * takes a fresh person for each dose.
 */
final class House implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Below it are the people that tests ask for by number: of seed 1, with large doses. */
  private static final int FIRST_OF_NO_TEST = 60;

  /** Physics so many times faster, for all tests that share a house: nobody waits for liquid. */
  static final int QUICK = 20;

  /** Slow enough to do something in the middle of a pour. */
  static final int SLOW = 3;

  private static @Nullable House shared;

  private final Process demo;
  private final ProcessHandle service;
  private final String address;
  private final String control;
  private int speed;
  private final AtomicInteger people = new AtomicInteger(FIRST_OF_NO_TEST);
  private final AtomicInteger cards = new AtomicInteger();

  private House(Process demo, String address, String control, int speed) {
    this.speed = speed;
    this.demo = demo;
    this.service = lastStarted(demo);
    this.address = address;
    this.control = control;
  }

  /** The house that most tests share; it ends with the tests. */
  static synchronized House shared() throws IOException {
    House house = shared;
    if (house == null) {
      house = open(SLOW); // the service reckons with this speed; a quicker pump is in time
      house.speed(QUICK);
      shared = house;
      Runtime.getRuntime().addShutdownHook(new Thread(house::close));
    }
    return house;
  }

  /** The demo starts the simulators first, then the service. */
  private static ProcessHandle lastStarted(Process demo) {
    return demo.children()
        .max(Comparator.comparing(p -> p.info().startInstant().orElse(Instant.EPOCH)))
        .orElseThrow();
  }

  /** Starts a demo whose physics runs so many times faster, with {@code more} of its options. */
  static House open(int speed, String... more) throws IOException {
    Path folder = Files.createTempDirectory("screens-");
    String classes = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dclinic.classpath.simulators=" + classes);
    command.add("-Dclinic.classpath.dispenser-service=" + classes);
    command.addAll(List.of("-cp", classes, "clinic.mmt.dispenser.main.Main", "demo"));
    command.addAll(List.of("--speed", Integer.toString(speed), "--data", folder.toString()));
    command.addAll(List.of(more));
    Process demo =
        new ProcessBuilder(command).redirectError(folder.resolve("demo.err").toFile()).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8));
    String address = "";
    String control = "";
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      address = line.startsWith("counter page ") ? line.substring(13).strip() : address;
      control = line.startsWith("control port ") ? line.substring(13).strip() : control;
      if (line.startsWith("Ctrl-C")) {
        return new House(demo, address, control.replace("/openapi.yaml", ""), speed);
      }
    }
    throw new IOException("the demo did not start; see " + folder);
  }

  /** Where the pages are. */
  String page() {
    return address;
  }

  /** The number of a person who was not dosed yet. */
  int nextPerson() {
    return people.incrementAndGet();
  }

  /** The number of a card that nobody has. */
  String freshCard() {
    return "00EE%06X".formatted(cards.incrementAndGet());
  }

  /** Asks the simulators. */
  JsonElement sim(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(control + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IOException(path + ": " + answer.body());
      }
      return JsonParser.parseString(answer.body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** From now on physics go so many times faster. */
  void speed(int faster) throws IOException {
    if (faster != speed) {
      sim("POST", "/speed", "{\"speed\":%d}".formatted(faster));
      speed = faster;
    }
  }

  void cup(String act) throws IOException {
    sim("POST", "/stations/s1/cup", "{\"act\":\"" + act + "\"}");
  }

  /** No cup on the scale, whatever stood there. */
  void noCup() throws IOException {
    JsonObject truth = sim("GET", "/stations/s1/truth", "").getAsJsonObject();
    if (truth.get("cupOnScale").getAsBoolean()) {
      cup("lift");
    }
  }

  /** A true volume of the simulated world in µL. */
  long truth(String name) throws IOException {
    return sim("GET", "/stations/s1/truth", "").getAsJsonObject().get(name).getAsLong();
  }

  /** How many movements the pump really made. */
  int runs() throws IOException {
    return sim("GET", "/stations/s1/truth", "").getAsJsonObject().getAsJsonArray("runs").size();
  }

  void card(int person) throws IOException {
    String card = "00%08X".formatted(0x0D000000 + person - 1);
    sim("POST", "/stations/s1/card", "{\"card\":\"" + card + "\",\"dwellMillis\":300}");
  }

  /** Whoever came before has taken his finger off. */
  void noFinger() throws IOException {
    sim("POST", "/stations/s1/finger", "{\"finger\":null}");
  }

  void finger(int person) throws IOException {
    finger(person, 3000);
  }

  /** Lays a finger for so many milliseconds. */
  void finger(int person, int millis) throws IOException {
    sim(
        "POST",
        "/stations/s1/finger",
        "{\"finger\":\"F%04d\",\"dwellMillis\":%d}".formatted(person, millis));
  }

  void noFaults() throws IOException {
    if (sim("GET", "/replay", "").getAsJsonObject().get("on").getAsBoolean()) {
      sim("DELETE", "/replay", "");
    }
    for (String device : List.of("pump-1", "scale-1", "finger-1", "card-1", "scan-1")) {
      sim("DELETE", "/devices/" + device + "/faults", "");
      sim("POST", "/devices/" + device + "/cable", "{\"act\":\"plug\"}");
    }
  }

  /** kill -9 of the service; the devices and the page stay. */
  void killService() {
    service.destroyForcibly();
  }

  /** Whether the service was not killed. */
  boolean lives() {
    return service.isAlive();
  }

  @Override
  public void close() {
    demo.descendants().forEach(ProcessHandle::destroy);
    demo.destroy();
  }
}

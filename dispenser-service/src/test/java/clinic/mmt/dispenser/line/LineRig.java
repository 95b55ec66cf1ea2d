package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.store.JournalVerifier;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A clinic of two stations for tests: simulators and service as child processes, filled through the
 * HTTP interface. Patient {@code n} has card {@link #card} and finger {@link #finger} and is
 * prescribed 50 mg, which is 5 mL.
 */
@SuppressWarnings("try")
final class LineRig implements AutoCloseable {

  static final int ORDERED_MICROLITRES = 5000;
  private static final long TOLERANCE = 100;
  static final String PASSWORD = "a-long-password-1";

  private final Path folder;
  private final int speed;
  private final Child simulators;
  private Child service;
  final Sim sim;
  Screen lan;

  private LineRig(Path folder, int speed, Child simulators, Child service) throws IOException {
    this.folder = folder;
    this.speed = speed;
    this.simulators = simulators;
    this.service = service;
    this.sim = new Sim(simulators.said("control"));
    this.lan = new Screen(service.said("http"));
  }

  /** A running clinic with so many patients; {@code rate} of the pumps in mL/min. */
  static LineRig start(Path folder, int speed, int rate, int patients)
      throws IOException, InterruptedException {
    return start(folder, config(folder, speed, rate, "training"), speed, patients);
  }

  /** The same with a configuration of one's own. */
  static LineRig start(Path folder, String config, int speed, int patients)
      throws IOException, InterruptedException {
    return start(folder, bench(), config, speed, patients);
  }

  /** The same with simulated devices of one's own as well. */
  static LineRig start(Path folder, String bench, String config, int speed, int patients)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("bench.yaml"), bench);
    Files.writeString(folder.resolve("clinic.yaml"), config);
    Child simulators =
        Child.start(
                folder,
                "simulators",
                "clinic.mmt.sim.main.SimulatorsMain",
                List.of(
                    "--bench", folder.resolve("bench.yaml").toString(),
                    "--links", folder.resolve("links").toString(),
                    "--control", "127.0.0.1:0",
                    "--speed", Integer.toString(speed),
                    "--parent", Long.toString(ProcessHandle.current().pid())))
            .ready();
    LineRig rig;
    try {
      rig = new LineRig(folder, speed, simulators, serve(folder).ready());
    } catch (IOException e) {
      simulators.close();
      throw e;
    }
    try {
      rig.seed(patients);
      rig.signIn();
    } catch (IOException | AssertionError e) {
      rig.close();
      throw e;
    }
    return rig;
  }

  static String bench() {
    StringBuilder text = new StringBuilder("devices:\n");
    for (String s : List.of("1", "2")) {
      text.append("  - {name: pump-%s, model: new-era, station: s%s}\n".formatted(s, s));
      text.append("  - {name: scale-%s, model: mt-sics, station: s%s}\n".formatted(s, s));
      text.append("  - {name: finger-%s, model: zfm-20, station: s%s}\n".formatted(s, s));
      text.append("  - {name: card-%s, model: rdm6300, station: s%s}\n".formatted(s, s));
      text.append("  - {name: scan-%s, model: qr-cdc, station: s%s}\n".formatted(s, s));
    }
    return text.toString();
  }

  static String config(Path folder, int speed, int rate, String mode) {
    StringBuilder text =
        new StringBuilder(
            """
            clinic: {id: line-test, zone: Asia/Ho_Chi_Minh, site: default}
            mode: %s
            data: data
            http: {host: 127.0.0.1, port: 0}
            speed: %d
            stations:
            """
                .formatted(mode, speed));
    for (String s : List.of("1", "2")) {
      text.append(
          """
            s%s:
              pump: {model: new-era, link: "serial:%s/pump-%s", rate-ml-per-min: %d}
              scale: {model: mt-sics, link: "serial:%s/scale-%s"}
              fingerprint: {model: zfm-20, link: "serial:%s/finger-%s"}
              token: {model: rdm6300, link: "serial:%s/card-%s"}
              scanner: {model: qr-cdc, link: "serial:%s/scan-%s"}
          """
              .formatted(
                  s,
                  folder.resolve("links"),
                  s,
                  rate,
                  folder.resolve("links"),
                  s,
                  folder.resolve("links"),
                  s,
                  folder.resolve("links"),
                  s,
                  folder.resolve("links"),
                  s));
    }
    return text.toString();
  }

  private static Child serve(Path folder) throws IOException {
    return Child.start(
        folder,
        "service",
        "clinic.mmt.dispenser.main.Main",
        List.of("serve", "--config", folder.resolve("clinic.yaml").toString()));
  }

  private void seed(int patients) throws IOException, InterruptedException {
    try (Screen admin = new Screen(service.said("http"));
        Screen mai = new Screen(service.said("http"));
        Screen khoa = new Screen(service.said("http"))) {
      expect(
          admin.post(
              "/api/setup",
              Map.of(
                  "code",
                  service.said("setup-code"),
                  "login",
                  "quan",
                  "password",
                  PASSWORD,
                  "displayName",
                  "Canary Quân")));
      admin.logIn("quan", PASSWORD);
      staff(admin, "lan", List.of("DISPENSER"));
      staff(admin, "binh", List.of("DISPENSER"));
      staff(admin, "mai", List.of("PHARMACIST", "STORE_KEEPER"));
      staff(admin, "khoa", List.of("PRESCRIBER"));
      mai.logIn("mai", PASSWORD);
      khoa.logIn("khoa", PASSWORD);
      stock(mai);
      for (int n = 1; n <= patients; n++) {
        patient(admin, khoa, n);
      }
    }
  }

  private static void staff(Screen admin, String login, List<String> roles)
      throws IOException, InterruptedException {
    expect(
        admin.post(
            "/api/staff",
            Map.of(
                "login",
                login,
                "password",
                PASSWORD,
                "displayName",
                "C " + login,
                "roles",
                roles)));
  }

  private static void stock(Screen mai) throws IOException, InterruptedException {
    expect(
        mai.post(
            "/api/batches",
            Map.of(
                "batch", "LOT-1",
                "microgramsPerMillilitre", 10_000,
                "densityMicrogramsPerMillilitre", 1_050_000,
                "receivedMicrolitres", 10_000_000)));
    for (String station : List.of("s1", "s2")) {
      expect(
          mai.post(
              "/api/stations/" + station + "/bottle",
              Map.of(
                  "bottle",
                  "B-" + station,
                  "batch",
                  "LOT-1",
                  "volumeMicrolitres",
                  1_000_000,
                  "lineMicrolitres",
                  2_500)));
      expect(
          mai.post(
              "/api/stations/" + station + "/check",
              Map.of("passed", true, "detail", "simulated devices")));
    }
  }

  /** Registers a patient; the prescription begins today and is the last of {@code patients}. */
  void patient(Screen admin, Screen prescriber, int n) throws IOException, InterruptedException {
    Map<String, Object> body = new HashMap<>();
    body.put("familyName", "Canaryname" + n);
    body.put("givenName", "Testgiven" + n);
    body.put("birthYear", 1980);
    body.put("cards", List.of(card(n)));
    body.put(
        "templates",
        List.of(sim.get("/fingers/" + finger(n) + "/template").path("templateHex").asText()));
    String patient = expect(admin.post("/api/patients", body)).body().path("patient").asText();
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    if (n != UNPRESCRIBED) {
      dosed(prescriber, patient, today.minusDays(2));
      dosed(prescriber, patient, today.minusDays(1));
      expect(
          prescriber.post(
              "/api/prescriptions",
              Map.of(
                  "patient",
                  patient,
                  "doseMicrograms",
                  50_000,
                  "firstDay",
                  today.minusDays(1).toString(),
                  "lastDay",
                  today.plusDays(2).toString())));
    }
  }

  /** In care elsewhere until yesterday; the doses are confirmed. */
  private static void dosed(Screen prescriber, String patient, LocalDate day)
      throws IOException, InterruptedException {
    Map<String, Object> body = new HashMap<>();
    body.put("patient", patient);
    body.put("day", day.toString());
    body.put("doseMicrograms", 50_000);
    body.put("kind", "GUEST");
    body.put("confirmed", true);
    body.put("by", "the other clinic");
    body.put("how", "by telephone, read back");
    expect(prescriber.post("/api/outside-doses", body));
  }

  /** This patient is registered and has no prescription. */
  static final int UNPRESCRIBED = 2;

  static String card(int n) {
    return "00%08X".formatted(0x0CA00000 + n);
  }

  static String finger(int n) {
    return "F%04d".formatted(n);
  }

  static Screen.Answer expect(Screen.Answer answer) {
    assertTrue(answer.good(), answer.status() + " " + answer.text());
    return answer;
  }

  /** A volume is the expected one within the tolerance of the rules. */
  static void near(long expected, long actual) {
    assertTrue(Math.abs(expected - actual) <= TOLERANCE, expected + " expected, was " + actual);
  }

  /** The dispenser logs in, watches, signs in at both stations; all devices are there. */
  void signIn() throws IOException, InterruptedException {
    lan = screen("lan");
    lan.watch();
    for (String station : List.of("s1", "s2")) {
      expect(lan.post("/api/stations/" + station + "/sign-in", Map.of()));
      lan.await(station, "all devices", LineRig::allUp);
    }
  }

  static boolean allUp(JsonNode station) {
    int up = 0;
    for (JsonNode device : station.path("devices")) {
      up += device.path("up").asBoolean() ? 1 : 0;
    }
    return up == 5;
  }

  /** Another person's screen. */
  Screen screen(String login) throws IOException, InterruptedException {
    return new Screen(http()).logIn(login, PASSWORD);
  }

  String http() throws IOException {
    return service.said("http");
  }

  String management() throws IOException {
    return service.said("management");
  }

  Child service() {
    return service;
  }

  Path folder() {
    return folder;
  }

  /** kill -9 of the service. */
  void kill() throws InterruptedException {
    service.kill();
    lan.close();
  }

  /** Starts the service again on the same data folder; the dispenser signs in again. */
  void restart() throws IOException, InterruptedException {
    serveAgain();
    signIn();
  }

  /** Starts the service again on the same data folder. */
  void serveAgain() throws IOException, InterruptedException {
    service = serve(folder).ready();
  }

  /** What {@code verify} finds in the ledger beside the running service. */
  void verified() {
    VerifyReport report =
        JournalVerifier.verify(folder.resolve("data/ledger.db"), VerifyOptions.ALL);
    assertTrue(report.ok(), report.line());
  }

  // ---- one visit -------------------------------------------------------------------------------

  private static final int SHOWN_MOST = 5;
  private static final int AGAIN_MILLIS = 1500;

  /** Card and finger of a patient. */
  void identify(String station, int n) throws IOException, InterruptedException {
    lan.await(station, "its snapshot", s -> s.has("stage"));
    long before = lan.now(station).path("rev").asLong();
    Predicate<JsonNode> read =
        s -> s.path("stage").asText().equals("finger") && s.path("rev").asLong() > before;
    // A reader takes a card that comes again within a moment for the same one: it is shown again.
    for (int shown = 0; shown < SHOWN_MOST; shown++) {
      sim.card(station, card(n));
      if (lan.within(station, AGAIN_MILLIS, read)) {
        break;
      }
    }
    lan.await(station, "the card to be read", read);
    sim.finger(station, finger(n), "good");
    lan.await(station, "the finger", s -> !s.path("stage").asText().equals("finger"));
    sim.liftFinger(station);
  }

  /** Only the card of a patient, presented until it changes something. */
  void identifyCard(String station, int n) throws IOException, InterruptedException {
    long before = lan.now(station).path("rev").asLong();
    sim.card(station, card(n));
    lan.await(station, "an answer to the card", s -> s.path("rev").asLong() > before);
  }

  /** Lays a finger on the glass and lifts it, again and again, until the stage is reached. */
  void tryFinger(String station, String finger, String quality, String stage)
      throws IOException, InterruptedException {
    for (int i = 0; i < 10; i++) {
      sim.finger(station, finger, quality);
      if (lan.within(station, 700, s -> s.path("stage").asText().equals(stage))) {
        break;
      }
      sim.liftFinger(station);
      lan.within(station, 300, s -> s.path("stage").asText().equals(stage));
    }
    sim.liftFinger(station);
    lan.await(station, stage, s -> s.path("stage").asText().equals(stage));
  }

  /** A patient identified, a fresh cup tared: all is ready for the tap. Gives the visit. */
  String review(String station, int n) throws IOException, InterruptedException {
    sim.clear(station);
    identify(station, n);
    lan.await(
        station,
        "a place for the cup",
        s ->
            s.path("dose").path("phase").asText().equals("REVIEWING")
                && s.path("notice").path("code").asText().equals("cup-missing"));
    sim.cup(station, "put");
    return lan.await(station, "a tared cup", s -> s.path("ready").asBoolean())
        .path("dose")
        .path("visit")
        .asText();
  }

  /** One step, with the id {@code visit/step/1}. */
  Screen.Answer step(String visit, String step, Map<String, ?> fields)
      throws IOException, InterruptedException {
    Map<String, Object> body = new HashMap<>(fields);
    body.put("id", visit + "/" + step + "/1");
    return lan.post("/api/visits/" + visit + "/" + step, body);
  }

  Screen.Answer step(String visit, String step) throws IOException, InterruptedException {
    return step(visit, step, Map.of());
  }

  /** A step with a second person's signature. */
  Screen.Answer signed(String visit, String step, String second, Map<String, ?> fields)
      throws IOException, InterruptedException {
    Map<String, Object> act = new HashMap<>(fields);
    act.putAll(Map.of("login", second, "password", PASSWORD, "visit", visit, "step", step));
    Screen.Answer signature = expect(lan.post("/api/signatures", act));
    Map<String, Object> body = new HashMap<>(fields);
    body.put("second", signature.body().path("signature").asText());
    body.put("id", visit + "/" + step + "/2");
    return lan.post("/api/visits/" + visit + "/" + step, body);
  }

  /** From the card to a measured cup. */
  String measured(String station, int n) throws IOException, InterruptedException {
    String visit = review(station, n);
    expect(step(visit, "pour", Map.of("attestation", "đúng người")));
    lan.awaitPhase(station, "MEASURED");
    return visit;
  }

  /** From the measured cup to the swallow. */
  void drink(String station, String visit) throws IOException, InterruptedException {
    handOver(station, visit);
    sim.cup(station, "drink");
    assertEquals("CONSUMED", expect(step(visit, "swallowed")).phase());
  }

  /** The measured cup is lifted off the scale. */
  void handOver(String station, String visit) throws IOException, InterruptedException {
    sim.cup(station, "lift");
    lan.await(
        station, "the hand-over", s -> s.path("watched").path("visit").asText().equals(visit));
  }

  /** Brings a station back to rest, whatever a test left there, so that tests stay apart. */
  void tidy(String station) throws IOException, InterruptedException {
    String n = station.substring(1);
    for (String device : List.of("pump-", "scale-", "finger-", "card-", "scan-")) {
      sim.noFaults(device + n);
      sim.plug(device + n);
    }
    sim.liftFinger(station);
    if (!service.alive()) {
      restart();
    }
    lan.await(station, "all devices", LineRig::allUp);
    for (int i = 0; i < 5; i++) {
      JsonNode now = lan.now(station);
      if (!now.has("dose") && !now.has("watched")) {
        return;
      }
      settle(station, now.has("dose") ? now.path("dose") : now.path("watched"));
    }
  }

  private void settle(String station, JsonNode dose) throws IOException, InterruptedException {
    String visit = dose.path("visit").asText();
    String phase = dose.path("phase").asText();
    switch (phase) {
      case "REVIEWING" -> step(visit, "left");
      case "DISCREPANCY", "MEASURED", "HELD" -> step(visit, "discard");
      case "OUTCOME_UNKNOWN" -> step(visit, "unknown-discarded", Map.of("microlitres", 0));
      case "HANDED_OVER" -> step(visit, "not-seen");
      default -> lan.post("/api/stations/" + station + "/stop", Map.of());
    }
    lan.await(
        station,
        "the end of " + phase,
        s ->
            !s.path("dose").path("phase").asText().equals(phase)
                && !s.path("watched").path("phase").asText().equals(phase));
  }

  int speed() {
    return speed;
  }

  @Override
  public void close() throws InterruptedException {
    lan.close();
    if (service.alive()) {
      service.kill();
    }
    simulators.close();
  }
}

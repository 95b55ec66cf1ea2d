package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Start, end, a second instance, wrong configuration, a full disk, what the outside may see. */
class LifecycleIT {

  private static final String MAIN = "clinic.mmt.dispenser.main.Main";

  @TempDir private static Path folder = Path.of("");
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 10, 16);
  }

  @AfterAll
  static void end() throws Exception {
    rig.verified();
    rig.close();
  }

  @AfterEach
  void tidy() throws Exception {
    rig.tidy("s1");
  }

  private static Child run(String name, String... args) throws Exception {
    return Child.start(folder, name, MAIN, List.of(args));
  }

  private static String line(Child child, int code) throws Exception {
    assertEquals(code, child.exit(30), child.complained());
    List<String> said = child.complained().lines().filter(l -> !l.startsWith("WARNING")).toList();
    assertFalse(said.isEmpty());
    assertFalse(child.complained().contains("\tat "), child.complained());
    return said.getLast();
  }

  private static String changed(String from, String to, String name) throws Exception {
    Path file = folder.resolve(name + ".yaml");
    String text = Files.readString(folder.resolve("clinic.yaml"));
    assertTrue(text.contains(from), "the control");
    Files.writeString(file, text.replaceFirst(java.util.regex.Pattern.quote(from), to));
    return file.toString();
  }

  @Test
  void aSecondInstanceIsKeptOutAndTheFirstIsUnharmed() throws Exception {
    try (Child second =
        run("second", "serve", "--config", folder.resolve("clinic.yaml").toString())) {
      assertTrue(line(second, 3).contains("data"), second.complained());
    }
    rig.drink("s1", rig.measured("s1", 1));
  }

  @Test
  void aTrainingFolderIsNoProductionFolder() throws Exception { // H84
    Path production = Files.createDirectories(folder.resolve("moved"));
    try (var files = Files.list(folder.resolve("data"))) {
      for (Path file : files.filter(f -> !f.endsWith("service.lock")).toList()) {
        Files.copy(file, production.resolve(file.getFileName()));
      }
    }
    String text =
        LineRig.config(folder, 1, 20, "production")
            .replace("speed: 1\n", "")
            .replace("data: data", "data: moved")
            .replaceAll("serial:[^\"]*/", "serial:/dev/serial/by-id/");
    Files.writeString(folder.resolve("production.yaml"), text);
    try (Child child =
        run("production", "serve", "--config", folder.resolve("production.yaml").toString())) {
      assertTrue(line(child, 2).contains("training journal"), child.complained());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "speed: 20 | sped: 20 | unknown key",
        "model: new-era | model: mt-sics | must be a pump",
        "port: 0 | port: 99999 | whole number",
        "mode: training | mode: production | ",
        "speed: 20 | speed: 20\\nspeed: 20 | twice",
        "stations: | stations: {}\\nnot-stations: | ",
        "clinic: | clinics: | unknown key"
      })
  void aWrongConfigurationIsSaidWithItsLine(String from, String to, String says) throws Exception {
    String file = changed(from.strip(), to.strip().replace("\\n", "\n"), "wrong");
    try (Child child = run("check", "config", "check", file)) {
      Files.writeString(folder.resolve("check.err"), "");
      String line = line(child, 2);
      assertTrue(line.matches("\\Q" + file + "\\E:[0-9]+: .*"), line);
      assertTrue(says == null || line.contains(says.strip()), line);
    }
  }

  @Test
  void aPortInUseIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      changed("port: 0", "port: " + taken.getLocalPort(), "taken");
      String file = changed("data: data", "data: other", "unused");
      Files.writeString(
          Path.of(file),
          Files.readString(folder.resolve("taken.yaml"))
              .replace("data: data", "data: other")
              .replaceAll("serial:[^\"]*/", "serial:/nowhere/"));
      try (Child child = run("port", "serve", "--config", file)) {
        int code = child.exit(30);
        assertTrue(code == 2 || code == 3, "exit " + code);
        assertTrue(child.complained().contains("port"), child.complained());
        assertFalse(child.complained().contains("\tat "), child.complained());
      }
    }
  }

  private static String pouring(int patient) throws Exception {
    String visit = rig.review("s1", patient);
    LineRig.expect(rig.step(visit, "pour"));
    rig.lan.await("s1", "liquid", s -> s.path("live").path("pumpedMicrolitres").asLong() > 200);
    return visit;
  }

  @Test
  void anIdleServiceEndsInFiveSeconds() throws Exception {
    rig.service().term();
    assertEquals(0, rig.service().exit(5), rig.service().complained());
    rig.restart();
  }

  @Test
  void anEndInMidPourWaitsForTheWeight() throws Exception {
    pouring(3);
    rig.service().term();
    assertEquals(0, rig.service().exit(30), rig.service().complained());
    LineRig.near(LineRig.ORDERED_MICROLITRES, rig.sim.cupMicrolitres("s1"));
    rig.restart();
    rig.lan.awaitPhase("s1", "HELD"); // measured before the end, held by the restart
  }

  @Test
  void aSecondSignalStopsThePump() throws Exception {
    pouring(4);
    rig.service().term();
    rig.lan.awaitNotice("s1", "closing");
    rig.service().term();
    assertEquals(0, rig.service().exit(30), rig.service().complained());
    long cup = rig.sim.cupMicrolitres("s1");
    assertTrue(cup > 0 && cup < LineRig.ORDERED_MICROLITRES - 300, "stopped at " + cup);
    rig.restart();
    rig.lan.awaitPhase("s1", "DISCREPANCY");
  }

  private static void limit(String bytes) throws Exception {
    Process process =
        new ProcessBuilder(
                "prlimit", "--pid", Long.toString(rig.service().pid()), "--fsize=" + bytes + ":")
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
  }

  @Test
  void onAFullDiskATapIsRefusedAndNothingMoves() throws Exception {
    String visit = rig.review("s1", 5);
    int runs = rig.sim.runs("s1");
    limit("1");
    Screen.Answer tap = rig.step(visit, "pour");
    assertEquals(503, tap.status(), tap.text());
    assertFalse(tap.body().path("liftedBy").asText().isEmpty());
    assertEquals(runs, rig.sim.runs("s1"));
    limit("unlimited");
    LineRig.expect(rig.step(visit, "pour")); // the same id again, once there is room
    rig.lan.awaitPhase("s1", "MEASURED");
    rig.drink("s1", visit);
    rig.verified();
  }

  @Test
  void anOutcomeThatCannotBeWrittenIsKeptUntilThereIsRoom() throws Exception {
    String visit = pouring(6);
    limit("1");
    rig.lan.awaitNotice("s1", "store-failed");
    limit("unlimited");
    rig.lan.awaitPhase("s1", "MEASURED");
    rig.drink("s1", visit);
    rig.verified();
  }

  @Test
  void anOutcomeNeverWrittenIsUnknownAfterARestart() throws Exception {
    pouring(7);
    limit("1");
    rig.lan.awaitNotice("s1", "store-failed");
    int runs = rig.sim.runs("s1");
    rig.kill();
    rig.restart();
    rig.lan.awaitPhase("s1", "OUTCOME_UNKNOWN");
    assertEquals(runs, rig.sim.runs("s1"));
    rig.verified();
  }

  @Test
  void theOutsideSeesDevicesAndStatesButNoPerson() throws Exception { // H80
    for (int patient = 8; patient <= 10; patient++) {
      rig.drink("s1", rig.measured("s1", patient));
    }
    try (Screen outside = new Screen(rig.management())) {
      assertEquals(200, outside.get("/health/live").status());
      assertEquals(200, outside.get("/health/ready").status());
      String metrics = outside.get("/metrics").text();
      assertTrue(metrics.contains("mmt_device_up{"), metrics);
      assertTrue(metrics.contains("mmt_dose_states_total{"), metrics);
      assertTrue(metrics.contains("mmt_device_timeouts_total{"), metrics);
      noPerson("metrics", metrics);
    }
    devicesTellTheirFrames();
    noPerson("log", rig.service().complained() + rig.service().said());
    String ledger = bytes("data/ledger.db") + bytes("data/ledger.db-wal");
    assertTrue(ledger.contains("LOT-1"), "the control: the ledger is readable");
    noPerson("ledger", ledger);
    noPerson("people file", bytes("data/people.db") + bytes("data/people.db-wal"));
  }

  /** Of a card and a finger their number of bytes, of a pump what it was told. */
  private static void devicesTellTheirFrames() throws Exception {
    String list = rig.lan.get("/api/devices").text();
    assertTrue(list.contains("s1-pump") && list.contains("badFrames"), list);
    for (JsonNode device : rig.lan.get("/api/devices").body().path("devices")) {
      boolean named = device.path("kind").asText().equals("scale");
      assertEquals(named ? "serial" : "model", device.path("identity").asText(), device.toString());
      assertEquals("model", device.path("identityDemanded").asText(), device.toString());
    }
    String pump = rig.lan.get("/api/devices/s1-pump").text();
    assertTrue(pump.contains("\"DIS\""), pump);
    for (String device : List.of("s1-fingerprint", "s1-token", "s1-scale")) {
      String frames = rig.lan.get("/api/devices/" + device).text();
      assertTrue(frames.contains("\"hex\""), "the control: " + frames);
      noPerson(device, frames);
    }
    Screen.Answer none = rig.lan.get("/api/devices/nobody");
    assertEquals(404, none.status());
    assertTrue(none.text().contains("no-such-device"), none.text());
  }

  private static String bytes(String file) throws Exception {
    Path path = folder.resolve(file);
    return Files.exists(path)
        ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
        : "";
  }

  private static void noPerson(String where, String text) {
    for (String canary : List.of("Canaryname", "Testgiven", LineRig.card(8), LineRig.card(9))) {
      assertFalse(text.contains(canary), canary + " is in the " + where);
    }
  }
}

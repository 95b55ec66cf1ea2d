package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A density typed 13 % wrong, on the whole line: stopped by its first dose, never above the cap.
 */
class FirstDosesIT { // H90

  private static final long ORDERED = 5_000;
  private static final long CAP = 5_300;
  private static final Map<String, Object> MEASURED =
      Map.of(
          "readingsMicrogramsPerMillilitre",
          List.of(1_050_000, 1_050_000, 1_050_000),
          "detail",
          "flask of 25 mL, three times");

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 60, 4);
  }

  @AfterAll
  static void end() throws Exception {
    rig.verified();
    rig.close();
  }

  private static Map<String, Object> with(String name, Object value) {
    Map<String, Object> more = new HashMap<>(MEASURED);
    more.put(name, value);
    return more;
  }

  private static void mounted(Screen mai, String station) throws Exception {
    LineRig.expect(
        mai.post(
            "/api/stations/" + station + "/bottle",
            Map.of(
                "bottle",
                "B-new-" + station,
                "batch",
                "LOT-2",
                "volumeMicrolitres",
                1_000_000,
                "lineMicrolitres",
                2_500)));
  }

  @Test
  void aDensity13PercentWrongStopsTheBatchUntilTwoMeasuredItAgain() throws Exception {
    Screen mai = rig.screen("mai");
    LineRig.expect(
        mai.post(
            "/api/batches",
            Map.of(
                "batch",
                "LOT-2",
                "microgramsPerMillilitre",
                10_000,
                "densityMicrogramsPerMillilitre",
                1_050_000 * 113 / 100,
                "receivedMicrolitres",
                5_000_000)));
    mounted(mai, "s1");
    mounted(mai, "s2");
    String visit = rig.review("s1", 1);
    LineRig.expect(rig.step(visit, "pour", Map.of("attestation", "đúng người")));
    rig.lan.awaitPhase("s1", "DISCREPANCY");
    assertEquals("batch-stopped", rig.step(visit, "rest").code());
    long inCup = rig.sim.cupMicrolitres("s1");
    assertTrue(inCup > ORDERED - 100 && inCup <= CAP, "in the cup: " + inCup);
    rig.tidy("s1");

    rig.sim.clear("s2");
    rig.identify("s2", 3);
    rig.lan.awaitNotice("s2", "batch-stopped");

    assertEquals(
        "second-signature-needed", rig.lan.post("/api/batches/LOT-2/measurement", MEASURED).code());
    Map<String, Object> signing = with("login", "mai");
    signing.put("password", LineRig.PASSWORD);
    String second =
        LineRig.expect(rig.lan.post("/api/batches/LOT-2/measurement-signature", signing))
            .body()
            .path("signature")
            .asText();
    LineRig.expect(rig.lan.post("/api/batches/LOT-2/measurement", with("second", second)));
    // Another patient: the reader takes a card that comes again within a moment for the same one.
    String poured = rig.measured("s2", 4);
    rig.drink("s2", poured);
    mai.close();
  }
}

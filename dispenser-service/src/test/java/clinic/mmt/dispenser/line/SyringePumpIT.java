package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A syringe of 2 mL at the first station: each dose of 5 mL is three strokes over the real wire.
 */
class SyringePumpIT {

  private static int patient = 2;

  @TempDir private static Path folder = Path.of("");
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    String bench =
        LineRig.bench()
            .replace(
                "{name: pump-1, model: new-era, station: s1}",
                "{name: pump-1, model: cavro-oem, station: s1, syringe-ul: 2000}");
    String config =
        LineRig.config(folder, 20, 20, "training")
            .replaceFirst(
                "model: new-era, link: (\\S+), ",
                "model: cavro-oem, options: {syringe-ul: 2000}, link: $1, ");
    rig = LineRig.start(folder, bench, config, 20, 12);
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

  private static String review() throws Exception {
    patient++;
    return rig.review("s1", patient);
  }

  private static void awaitInCup(long microlitres) throws Exception {
    for (int i = 0; i < 600 && rig.sim.cupMicrolitres("s1") < microlitres; i++) {
      rig.lan.within("s1", 20, s -> false);
    }
    assertTrue(rig.sim.cupMicrolitres("s1") >= microlitres, "liquid in the cup");
  }

  private static JsonNode awaitPhase(String which) throws Exception {
    return rig.lan.await("s1", which, s -> s.path("dose").path("phase").asText().matches(which));
  }

  @Test
  void aDoseOfThreeStrokesIsOneTap() throws Exception {
    String visit = review();
    int runs = rig.sim.runs("s1");
    LineRig.expect(rig.step(visit, "pour"));
    rig.lan.awaitPhase("s1", "MEASURED");
    LineRig.near(LineRig.ORDERED_MICROLITRES, rig.sim.cupMicrolitres("s1"));
    assertEquals(3, rig.sim.runs("s1") - runs, "strokes");
    rig.drink("s1", visit);
  }

  @Test
  void stoppedInTheSecondStrokeTheRestComesStrokeByStroke() throws Exception { // section 2
    String visit = review();
    LineRig.expect(rig.step(visit, "pour"));
    awaitInCup(2_300);
    LineRig.expect(rig.lan.post("/api/stations/s1/stop", Map.of()));
    JsonNode stopped = rig.lan.awaitPhase("s1", "DISCREPANCY");
    long inCup = rig.sim.cupMicrolitres("s1");
    assertTrue(inCup < 4_000, () -> inCup + " " + stopped);
    LineRig.expect(rig.step(visit, "rest"));
    awaitPhase("ARMED|STARTING|POURING|SETTLING|MEASURED");
    JsonNode next = awaitPhase("MEASURED|DISCREPANCY");
    if (next.path("dose").path("phase").asText().equals("DISCREPANCY")) {
      LineRig.expect(
          rig.lan.post("/api/visits/" + visit + "/rest", Map.of("id", visit + "/rest/2")));
    }
    rig.lan.awaitPhase("s1", "MEASURED");
    LineRig.near(LineRig.ORDERED_MICROLITRES, rig.sim.cupMicrolitres("s1"));
    rig.drink("s1", visit);
  }

  @Test
  void killedInTheSecondStrokeNobodyGuessesAndNothingMoves() throws Exception { // H51
    String visit = review();
    LineRig.expect(rig.step(visit, "pour"));
    awaitInCup(2_300);
    rig.service().kill();
    rig.restart();
    rig.lan.awaitPhase("s1", "OUTCOME_UNKNOWN");
    long stands = rig.sim.cupMicrolitres("s1");
    assertTrue(stands <= 4_000 + 50, () -> "at most the stroke under way: " + stands);
    rig.lan.within("s1", 1_000, s -> false);
    assertEquals(stands, rig.sim.cupMicrolitres("s1"), "no stroke by itself");
  }
}

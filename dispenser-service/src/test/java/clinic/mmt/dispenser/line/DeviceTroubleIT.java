package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pumps and scales that fail: the cap holds, the amount is settled, the service goes on. */
class DeviceTroubleIT {

  /** nothing more than the order and max(0.3 mL, 5 %) is ever commanded. */
  private static final long CAP = LineRig.ORDERED_MICROLITRES + 300;

  private static int patient = 2;

  @TempDir private static Path folder = Path.of("");
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 20, 30);
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

  private static JsonNode awaitOneOf(String... phases) throws Exception {
    return rig.lan.await(
        "s1",
        String.join(" or ", phases),
        s -> java.util.List.of(phases).contains(s.path("dose").path("phase").asText()));
  }

  private static void awaitLiquid() throws Exception {
    rig.lan.await("s1", "liquid", s -> s.path("live").path("pumpedMicrolitres").asLong() > 200);
  }

  @Test
  void aStalledPumpIsADiscrepancyAndTheRestIsPoured() throws Exception { // H12
    String visit = review();
    rig.sim.fault("pump-1", "{\"kind\":\"stall\",\"atMicrolitres\":2000,\"count\":1}");
    LineRig.expect(rig.step(visit, "pour"));
    JsonNode station = rig.lan.awaitPhase("s1", "DISCREPANCY");
    assertTrue(station.path("notice").path("text").asText().contains("stall"), station.toString());
    rig.sim.noFaults("pump-1");
    LineRig.expect(rig.step(visit, "rest"));
    rig.lan.awaitPhase("s1", "MEASURED");
    LineRig.near(LineRig.ORDERED_MICROLITRES, rig.sim.cupMicrolitres("s1"));
    rig.drink("s1", visit);
  }

  @Test
  void aPumpWhosePowerWasCutNeverGoesOnByItself() throws Exception { // H11
    String visit = review();
    int runs = rig.sim.runs("s1");
    LineRig.expect(rig.step(visit, "pour"));
    awaitLiquid();
    rig.sim.post("/devices/pump-1/power", "{\"act\":\"cycle\"}");
    JsonNode station = awaitOneOf("DISCREPANCY", "OUTCOME_UNKNOWN");
    assertEquals(runs + 1, rig.sim.runs("s1"));
    assertTrue(rig.sim.cupMicrolitres("s1") < LineRig.ORDERED_MICROLITRES);
    assertFalse(station.path("notice").path("text").asText().isEmpty());
  }

  @Test
  void anUnpluggedPumpBeforeTheTapIsSaidAndComesBackByItself() throws Exception {
    String visit = review();
    rig.sim.cable("pump-1", "{\"act\":\"unplug\"}");
    rig.lan.await("s1", "the loss", s -> !LineRig.allUp(s));
    Screen.Answer tap = rig.step(visit, "pour");
    if (tap.good()) { // it was prepared; then arming it fails, and nothing moved
      rig.lan.await("s1", "a void", s -> !s.path("dose").path("phase").asText().equals("ARMED"));
    }
    assertEquals(0, rig.sim.cupMicrolitres("s1"));
    rig.sim.plug("pump-1");
    rig.lan.await("s1", "all devices", LineRig::allUp);
    rig.tidy("s1");
    rig.drink("s1", rig.measured("s1", patient)); // the control: the part is free
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 20, 45})
  void aPumpUnpluggedAtAnyByteIsPouredOnceAndComesBack(int atByte) throws Exception { // H50
    String visit = review();
    int runs = rig.sim.runs("s1");
    rig.sim.cable("pump-1", "{\"act\":\"unplug\",\"atByte\":" + atByte + "}");
    Screen.Answer tap = rig.step(visit, "pour");
    rig.lan.await("s1", "the loss", s -> !LineRig.allUp(s));
    rig.lan.await(
        "s1",
        "an end of the intent",
        s ->
            java.util.List.of("OUTCOME_UNKNOWN", "DISCREPANCY", "", "REVIEWING")
                .contains(s.path("dose").path("phase").asText()));
    rig.sim.plug("pump-1");
    JsonNode station = rig.lan.await("s1", "all devices", LineRig::allUp);
    int run = rig.sim.runs("s1") - runs;
    String phase = station.path("dose").path("phase").asText();
    assertTrue(run <= 1, "one start at most");
    assertTrue(run == 0 || !phase.isEmpty(), "a run is never voided; tap " + tap.text());
  }

  @Test
  void anUnpluggedScaleStopsThePourAndTheAmountIsSettledByPersons() throws Exception {
    String visit = review();
    LineRig.expect(rig.step(visit, "pour"));
    awaitLiquid();
    rig.sim.cable("scale-1", "{\"act\":\"unplug\"}");
    awaitOneOf("DISCREPANCY", "OUTCOME_UNKNOWN");
    assertTrue(rig.sim.cupMicrolitres("s1") <= CAP);
    rig.sim.plug("scale-1");
    rig.lan.await("s1", "all devices", LineRig::allUp);
  }

  @Test
  void aStuckWeightNeverMakesMoreThanTheCapFlow() throws Exception { // H89, R-114
    String visit = review();
    rig.sim.fault("scale-1", "{\"kind\":\"stuck-weight\"}");
    LineRig.expect(rig.step(visit, "pour"));
    rig.lan.awaitPhase("s1", "DISCREPANCY");
    for (int i = 1; i <= 5; i++) {
      rig.lan.post("/api/visits/" + visit + "/rest", Map.of("id", visit + "/rest/" + i));
      rig.lan.awaitPhase("s1", "DISCREPANCY");
    }
    assertTrue(rig.sim.cupMicrolitres("s1") <= CAP, "poured " + rig.sim.cupMicrolitres("s1"));
    assertTrue(rig.sim.cupMicrolitres("s1") > 0, "the control: something flowed");
  }

  @Test
  void anOverPourIsDrawnOffAndWeighedAgain() throws Exception { // section 4
    String visit = review();
    rig.sim.fault("pump-1", "{\"kind\":\"over-pour\",\"factor\":1.05,\"count\":1}");
    LineRig.expect(rig.step(visit, "pour"));
    rig.lan.awaitPhase("s1", "DISCREPANCY");
    long over = rig.sim.cupMicrolitres("s1") - LineRig.ORDERED_MICROLITRES;
    assertTrue(over > 100, "the control: too much, " + over);
    rig.sim.post("/stations/s1/cup", "{\"act\":\"draw-off\",\"microlitres\":" + over + "}");
    LineRig.expect(rig.step(visit, "drawn-off"));
    JsonNode station =
        rig.lan.await(
            "s1",
            "a weight of what is left",
            s -> s.path("dose").path("weighedMicrolitres").asLong() < 5100);
    LineRig.near(
        LineRig.ORDERED_MICROLITRES, station.path("dose").path("weighedMicrolitres").asLong());
    if (!rig.lan.within(
        "s1", 2000, s -> s.path("dose").path("phase").asText().equals("MEASURED"))) {
      LineRig.expect(rig.signed(visit, "as-it-is", "mai", Map.of()));
      rig.lan.awaitPhase("s1", "MEASURED");
    }
    rig.drink("s1", visit);
  }

  @Test
  void crossedTubesStopThePourAtOnceAndNobodyDrinks() throws Exception { // H88
    rig.sim.post("/stations/s1/spout", "{\"over\":\"s2\"}");
    try {
      String visit = review();
      long there = rig.sim.truth("s2").path("crossedInMicrolitres").asLong();
      LineRig.expect(rig.step(visit, "pour"));
      JsonNode stopped = rig.lan.awaitPhase("s1", "DISCREPANCY");
      assertFalse(stopped.path("notice").path("text").asText().isEmpty(), stopped.toString());
      long fell = rig.sim.truth("s2").path("crossedInMicrolitres").asLong() - there;
      assertTrue(fell > 0, "the control: it fell elsewhere");
      // Liquid flows 20 times as fast here as answers do: what a second does is in LiveCheckTest.
      assertTrue(fell <= 1_000, "stopped at once, not after " + fell + " µL");
    } finally {
      rig.sim.post("/stations/s1/spout", "{\"over\":\"s1\"}");
    }
  }

  @Test
  void aSlowLeakIsSaid() throws Exception { // H24
    String visit = review();
    LineRig.expect(rig.step(visit, "pour"));
    awaitLiquid();
    rig.sim.fault("pump-1", "{\"kind\":\"slow-leak\",\"microlitresPerSecond\":100}");
    JsonNode station = rig.lan.awaitPhase("s1", "DISCREPANCY");
    assertFalse(station.path("notice").path("text").asText().isEmpty(), station.toString());
  }

  @Test
  void anotherPumpInItsPlaceIsRefused() throws Exception { // H29
    rig.sim.cable("pump-1", "{\"act\":\"unplug\"}");
    rig.lan.await("s1", "the loss", s -> !LineRig.allUp(s));
    rig.sim.post("/devices/pump-1/swap", "{}");
    rig.sim.plug("pump-1");
    rig.sim.clear("s1");
    patient++;
    int runs = rig.sim.runs("s1");
    rig.identify("s1", patient);
    rig.sim.cup("s1", "put");
    rig.lan.awaitNotice("s1", "wrong-device");
    String visit = rig.lan.now("s1").path("dose").path("visit").asText();
    assertEquals(403, rig.step(visit, "pour").status());
    assertEquals(runs, rig.sim.runs("s1"));
    rig.step(visit, "left");
    rig.kill(); // the swapped pump is the one of the next start: nothing is expected by the file
    rig.restart();
  }
}

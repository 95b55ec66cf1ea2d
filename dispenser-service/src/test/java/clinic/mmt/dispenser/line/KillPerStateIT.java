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
 * kill -9 in every state of a dose (H50, H52, clinical safety section 2): an open intent is of
 * unknown outcome, nothing is poured again, the part stays blocked, two persons settle it.
 */
class KillPerStateIT {

  private static final Map<String, ?> WHOLE = Map.of("microlitres", 5000);

  @TempDir private static Path folder = Path.of("");
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 10, 16);
  }

  @AfterAll
  static void end() throws Exception {
    rig.close();
  }

  @AfterEach
  void tidy() throws Exception {
    rig.tidy("s1");
  }

  /**
   * Kills and restarts; no run of the pump begins after the kill. The dose is then {@code phase}.
   */
  private static void killed(String visit, String phase) throws Exception {
    rig.kill();
    int runs = rig.sim.runs("s1");
    rig.sim.noFaults("pump-1");
    rig.sim.noFaults("scale-1");
    rig.restart();
    JsonNode station = rig.lan.awaitPhase("s1", phase);
    assertEquals(visit, station.path("dose").path("visit").asText());
    assertEquals(runs, rig.sim.runs("s1"), "no start frame after the kill");
    rig.verified();
    stillBlocked(visit, phase);
    assertEquals(runs, rig.sim.runs("s1"), "nothing poured after the restart");
  }

  /** The tap is refused; the same patient at another station is already dosed. */
  private static void stillBlocked(String visit, String phase) throws Exception {
    Screen.Answer tap =
        rig.lan.post("/api/visits/" + visit + "/pour", Map.of("id", visit + "/pour/9"));
    assertEquals(403, tap.status(), phase + ": " + tap.text());
  }

  private static void blockedElsewhere(int patient) throws Exception {
    rig.identify("s2", patient);
    rig.lan.awaitNotice("s2", "already-dosed");
  }

  private static String poured(int patient) throws Exception {
    String visit = rig.review("s1", patient);
    LineRig.expect(rig.step(visit, "pour"));
    return visit;
  }

  private static String pouring(int patient) throws Exception {
    String visit = poured(patient);
    rig.lan.await(
        "s1",
        "liquid",
        s ->
            s.path("dose").path("phase").asText().equals("POURING")
                && s.path("live").path("pumpedMicrolitres").asLong() > 300);
    return visit;
  }

  @Test
  void reviewingEndsAsLeftAndThePartIsFree() throws Exception {
    rig.review("s1", 1);
    rig.kill();
    int runs = rig.sim.runs("s1");
    rig.restart();
    rig.lan.await("s1", "a free place", s -> !s.has("dose"));
    rig.verified();
    assertEquals(runs, rig.sim.runs("s1"), "nothing poured after the restart");
    rig.drink("s1", rig.measured("s1", 1)); // the control: the part is free
  }

  @Test
  void armedIsUnknownAndProvedUnmovedByTheCounter() throws Exception { // H52
    String visit = rig.review("s1", 3);
    int runs = rig.sim.runs("s1");
    rig.sim.fault("pump-1", "{\"kind\":\"late-answer\",\"milliseconds\":900}");
    assertEquals("ARMED", LineRig.expect(rig.step(visit, "pour")).phase());
    killed(visit, "OUTCOME_UNKNOWN");
    blockedElsewhere(3);
    assertEquals(runs, rig.sim.runs("s1"), "no start frame was ever written");
    assertEquals("VOIDED", LineRig.expect(rig.step(visit, "unknown-unmoved")).phase());
    rig.drink("s1", rig.measured("s1", 3)); // the control: a voided dose frees the part
  }

  @Test
  void startingIsUnknownAndFoundInTheCup() throws Exception { // H50
    String visit = rig.review("s1", 4);
    rig.sim.fault("pump-1", "{\"kind\":\"late-answer\",\"milliseconds\":700}");
    LineRig.expect(rig.step(visit, "pour"));
    rig.lan.awaitPhase("s1", "STARTING");
    killed(visit, "OUTCOME_UNKNOWN");
    blockedElsewhere(4);
    assertTrue(rig.sim.runs("s1") >= 1, "the control: the start was on its way");
    assertEquals(403, rig.step(visit, "unknown-in-cup").status(), "one person is not enough");
    assertEquals(
        "HELD", LineRig.expect(rig.signed(visit, "unknown-in-cup", "mai", Map.of())).phase());
    rig.identify("s1", 4);
    rig.lan.awaitPhase("s1", "MEASURED");
    rig.drink("s1", visit);
  }

  @Test
  void pouringIsUnknownAndSettledAsUncertainByTwo() throws Exception { // H50
    String visit = pouring(5);
    killed(visit, "OUTCOME_UNKNOWN");
    blockedElsewhere(5);
    assertTrue(rig.sim.cupMicrolitres("s1") > 0, "the control: liquid had flowed");
    assertEquals(403, rig.step(visit, "unknown-for-ever", WHOLE).status());
    assertEquals(
        "UNCERTAIN", LineRig.expect(rig.signed(visit, "unknown-for-ever", "mai", WHOLE)).phase());
  }

  @Test
  void stoppedIsUnknownAndSettledAsDrunkByTwo() throws Exception {
    String visit = pouring(6);
    rig.sim.fault("pump-1", "{\"kind\":\"late-answer\",\"milliseconds\":900}");
    rig.lan.post("/api/stations/s1/stop", Map.of());
    rig.lan.awaitPhase("s1", "STOPPED");
    killed(visit, "OUTCOME_UNKNOWN");
    blockedElsewhere(6);
    Map<String, ?> drunk = Map.of("microlitres", 2000, "permille", 400);
    assertEquals(
        "PARTLY_TAKEN", LineRig.expect(rig.signed(visit, "unknown-drunk", "mai", drunk)).phase());
  }

  @Test
  void settlingIsUnknownAndDiscardedWithASignatureOwed() throws Exception {
    String visit = pouring(7);
    rig.sim.fault("scale-1", "{\"kind\":\"unstable\"}");
    rig.lan.awaitPhase("s1", "SETTLING");
    killed(visit, "OUTCOME_UNKNOWN");
    blockedElsewhere(7);
    assertEquals("DISCARDED", LineRig.expect(rig.step(visit, "unknown-discarded", WHOLE)).phase());
    assertEquals(1, rig.lan.get("/api/acts/owed").body().path("owed").size());
    rig.sim.cup("s1", "discard");
    rig.drink("s1", rig.measured("s1", 7)); // discarded frees the part
  }

  @Test
  void topUpLeavesTheWeighedCupAsADifference() throws Exception { // no intent is open
    String visit = pouring(14);
    rig.sim.fault("scale-1", "{\"kind\":\"unstable\"}");
    rig.lan.awaitPhase("s1", "SETTLING");
    rig.sim.post("/stations/s1/cup", "{\"act\":\"draw-off\",\"microlitres\":200}");
    rig.sim.fault("pump-1", "{\"kind\":\"late-answer\",\"milliseconds\":900}");
    rig.sim.noFaults("scale-1");
    rig.lan.awaitPhase("s1", "TOP_UP");
    killed(visit, "DISCREPANCY");
    blockedElsewhere(14);
    assertEquals("MEASURED", LineRig.expect(rig.step(visit, "as-it-is")).phase());
    assertEquals("identify-again", rig.step(visit, "hand-over").code());
    rig.identify("s1", 14);
    rig.drink("s1", visit);
  }

  @Test
  void discrepancyStaysAndIsResolved() throws Exception {
    String visit = pouring(9);
    rig.lan.post("/api/stations/s1/stop", Map.of());
    rig.lan.awaitPhase("s1", "DISCREPANCY");
    killed(visit, "DISCREPANCY");
    blockedElsewhere(9);
    assertEquals("ARMED", LineRig.expect(rig.step(visit, "rest")).phase());
    rig.lan.awaitPhase("s1", "MEASURED");
    assertEquals("identify-again", rig.step(visit, "hand-over").code());
    rig.identify("s1", 9);
    rig.drink("s1", visit);
  }

  @Test
  void measuredIsHeldUntilThePersonIsIdentifiedAgain() throws Exception { // H86
    String visit = rig.measured("s1", 10);
    killed(visit, "HELD");
    blockedElsewhere(10);
    assertEquals(403, rig.step(visit, "hand-over").status(), "a held cup is not handed over");
    rig.identify("s1", 10);
    rig.lan.awaitPhase("s1", "MEASURED");
    rig.drink("s1", visit);
  }

  @Test
  void heldStaysHeld() throws Exception {
    String visit = rig.measured("s1", 11);
    assertEquals("HELD", LineRig.expect(rig.step(visit, "hold")).phase());
    killed(visit, "HELD");
    blockedElsewhere(11);
    LineRig.expect(rig.step(visit, "discard"));
  }

  @Test
  void handedOverStaysHandedOver() throws Exception {
    String visit = rig.measured("s1", 12);
    rig.sim.cup("s1", "lift");
    LineRig.expect(rig.step(visit, "hand-over"));
    int runs = rig.sim.runs("s1");
    rig.kill();
    rig.restart();
    rig.lan.await(
        "s1",
        "the watched cup",
        s -> s.path("watched").path("phase").asText().equals("HANDED_OVER"));
    blockedElsewhere(12);
    rig.verified();
    assertEquals("CONSUMED", LineRig.expect(rig.step(visit, "swallowed")).phase());
    assertEquals(runs, rig.sim.runs("s1"));
  }

  @Test
  void consumedStaysAndItsCommandIsAnsweredAgain() throws Exception {
    String visit = rig.measured("s1", 13);
    rig.drink("s1", visit);
    int runs = rig.sim.runs("s1");
    rig.kill();
    rig.restart();
    rig.verified();
    blockedElsewhere(13);
    Screen.Answer again = rig.step(visit, "swallowed");
    assertEquals(200, again.status(), "a repeat over a restart gets its answer: " + again.text());
    assertEquals("CONSUMED", again.phase());
    assertEquals(runs, rig.sim.runs("s1"));
  }
}

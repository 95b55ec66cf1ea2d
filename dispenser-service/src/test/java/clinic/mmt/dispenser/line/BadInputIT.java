package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People and cups that do not fit: each has a clear refusal, and nothing moves or is lost. */
class BadInputIT {

  @TempDir private static Path folder = Path.of("");
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 20, 16);
  }

  @AfterAll
  static void end() throws Exception {
    rig.verified();
    rig.close();
  }

  @AfterEach
  void tidy() throws Exception {
    rig.tidy("s1");
    rig.tidy("s2");
  }

  private static String notice(String station, String code) throws Exception {
    return rig.lan.awaitNotice(station, code).path("notice").path("liftedBy").asText();
  }

  @Test
  void anUnknownCardNamesNobody() throws Exception {
    rig.sim.card("s1", LineRig.card(99));
    assertFalse(notice("s1", "unknown-card").isEmpty());
    assertFalse(rig.lan.now("s1").has("candidate"));
  }

  @Test
  void aClinicCardOpensAVisitUntilItIsReplacedAndAForgedOneOpensNone() throws Exception {
    Map<String, String> holder = Map.of("card", LineRig.card(15));
    assertEquals("not-your-function", rig.lan.post("/api/cards", holder).code());
    Screen mai = rig.screen("mai");
    String first = payload(mai, holder);
    rig.sim.code("s1", first);
    rig.lan.await("s1", "the card", s -> s.path("stage").asText().equals("finger"));
    rig.tryFinger("s1", LineRig.finger(15), "good", "identified");
    rig.lan.awaitPhase("s1", "REVIEWING");
    String visit = rig.lan.now("s1").path("dose").path("visit").asText();
    LineRig.expect(rig.step(visit, "left"));
    String second = payload(mai, holder);
    // No code twice in a row: the same one at once is the same presentation.
    rig.sim.code("s1", second.replaceAll(".$", second.endsWith("A") ? "B" : "A"));
    assertFalse(notice("s1", "card-forged").isEmpty());
    rig.sim.code("s1", first);
    assertFalse(notice("s1", "card-revoked").isEmpty());
    rig.sim.code("s1", "000199000002||an invented person|02011999||||");
    assertFalse(notice("s1", "unknown-card").isEmpty());
    LineRig.expect(rig.lan.post("/api/cards/revoke", holder));
    rig.sim.code("s1", second);
    assertFalse(notice("s1", "card-revoked").isEmpty());
    assertFalse(rig.lan.now("s1").has("dose"));
    assertFalse(
        (rig.service().said() + rig.service().complained()).contains("MC1."),
        "no card is ever logged");
  }

  private static String payload(Screen screen, Map<String, String> holder) throws Exception {
    JsonNode made = LineRig.expect(screen.post("/api/cards", holder)).body();
    assertTrue(made.path("svg").asText().startsWith("<svg"));
    return made.path("payload").asText();
  }

  @Test
  void theWrongFingerForTheCardIsADoubtThatNeedsADecider() throws Exception { // section 5
    rig.sim.card("s1", LineRig.card(1));
    rig.lan.await("s1", "the card", s -> s.path("stage").asText().equals("finger"));
    rig.tryFinger("s1", LineRig.finger(3), "good", "doubt");
    assertFalse(notice("s1", "identity-doubt").isEmpty());
    assertEquals(403, rig.lan.post("/api/stations/s1/resolve-identity", Map.of()).status());
    assertEquals(403, resolved("binh").status(), "two dispensers do not decide a doubt");
    rig.lan.post("/api/stations/s1/cancel-identification", Map.of());
  }

  @Test
  void aDryFingerGoesOnWithTwoPersons() throws Exception { // section 5, no-read exception
    rig.sim.clear("s1");
    rig.sim.card("s1", LineRig.card(4));
    rig.lan.await("s1", "the card", s -> s.path("stage").asText().equals("finger"));
    rig.tryFinger("s1", LineRig.finger(4), "dry", "no-read");
    assertEquals(
        "second-signature-needed",
        rig.lan
            .post(
                "/api/stations/s1/resolve-identity", Map.of("why", "DRY", "besides", "SPOKEN_FACT"))
            .code());
    assertEquals(
        "say-why-no-read", rig.lan.post("/api/stations/s1/resolve-identity", Map.of()).code());
    assertTrue(resolved("binh").good());
    rig.lan.awaitPhase("s1", "REVIEWING");
  }

  private static Screen.Answer resolved(String second) throws Exception {
    Screen.Answer signature =
        LineRig.expect(
            rig.lan.post(
                "/api/stations/s1/identity-signature",
                Map.of("login", second, "password", LineRig.PASSWORD)));
    return rig.lan.post(
        "/api/stations/s1/resolve-identity",
        Map.of(
            "second",
            signature.body().path("signature").asText(),
            "why",
            "DRY",
            "besides",
            "SPOKEN_FACT"));
  }

  @Test
  void nobodyIsDosedTwiceADayOrWithoutAPrescription() throws Exception {
    rig.drink("s1", rig.measured("s1", 5));
    int runs = rig.sim.runs("s2");
    rig.identify("s2", 5);
    assertFalse(notice("s2", "already-dosed").isEmpty());
    rig.identify("s2", LineRig.UNPRESCRIBED);
    rig.lan.await(
        "s2",
        "no prescription",
        s -> s.path("notice").path("code").asText().contains("prescription"));
    assertEquals(runs, rig.sim.runs("s2"));
    assertFalse(rig.lan.now("s2").has("dose"));
  }

  @Test
  void ofTwoStationsWithOnePatientOnePoursAndNeighboursAreUnharmed() throws Exception { // H01
    String first = rig.review("s1", 6);
    String second = rig.review("s2", 6);
    List<Callable<Screen.Answer>> taps = new ArrayList<>();
    taps.add(() -> rig.step(first, "pour"));
    taps.add(() -> rig.step(second, "pour"));
    taps.add(
        () ->
            rig.screen("mai")
                .post("/api/stations/s1/check", Map.of("passed", true, "detail", "the neighbour")));
    List<Screen.Answer> answers = atOnce(taps);
    assertEquals(1, answers.subList(0, 2).stream().filter(Screen.Answer::good).count());
    Screen.Answer refused =
        answers.subList(0, 2).stream().filter(a -> !a.good()).findFirst().orElseThrow();
    assertEquals("already-dosed", refused.code(), refused.text());
    assertTrue(answers.get(2).good(), "the neighbour's append in the same moment");
    String winner = answers.get(0).good() ? "s1" : "s2";
    rig.lan.awaitPhase(winner, "MEASURED");
    rig.drink(winner, winner.equals("s1") ? first : second);
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    List<T> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(work.size())) {
      for (Future<T> done : pool.invokeAll(work)) {
        answers.add(done.get());
      }
    }
    return answers;
  }

  @Test
  void fiftyTapsAreOneRunAndAnotherBodyIsAConflict() throws Exception {
    String visit = rig.review("s1", 7);
    int runs = rig.sim.runs("s1");
    List<Callable<Screen.Answer>> taps = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      taps.add(() -> rig.step(visit, "pour"));
    }
    for (Screen.Answer answer : atOnce(taps)) {
      assertEquals("200 ARMED", answer.status() + " " + answer.phase());
    }
    rig.lan.awaitPhase("s1", "MEASURED");
    assertEquals("ARMED", LineRig.expect(rig.step(visit, "pour")).phase(), "the same, later");
    assertEquals(409, rig.step(visit, "pour", Map.of("attestation", "other")).status());
    assertEquals(runs + 1, rig.sim.runs("s1"));
    rig.drink("s1", visit);
  }

  @Test
  void aCupThatIsMissingTooHeavyOrUsedIsNotPouredInto() throws Exception { // H22
    rig.sim.clear("s1");
    rig.identify("s1", 8);
    assertFalse(notice("s1", "cup-missing").isEmpty());
    rig.sim.post("/stations/s1/cup", "{\"act\":\"put\",\"milligrams\":40000}");
    assertFalse(notice("s1", "cup-too-heavy").isEmpty());
    String visit = rig.lan.now("s1").path("dose").path("visit").asText();
    int runs = rig.sim.runs("s1");
    assertEquals("cup-too-heavy", rig.step(visit, "pour").code());
    rig.sim.cup("s1", "lift");
    notice("s1", "cup-missing");
    rig.sim.cup("s1", "put");
    rig.lan.await("s1", "a tared cup", s -> s.path("ready").asBoolean());
    assertEquals(runs, rig.sim.runs("s1"), "nothing moved");
    LineRig.expect(rig.step(visit, "pour")); // the control
    rig.lan.awaitPhase("s1", "MEASURED");
    LineRig.expect(rig.step(visit, "discard"));
    rig.identify("s1", 9); // the cup of the last dose still stands there
    assertFalse(notice("s1", "cup-used").isEmpty());
  }

  @Test
  void anUnstableScaleIsNotPouredOn() throws Exception {
    rig.sim.clear("s1");
    rig.sim.fault("scale-1", "{\"kind\":\"unstable\"}");
    rig.identify("s1", 10);
    rig.sim.cup("s1", "put");
    assertFalse(notice("s1", "scale-unstable").isEmpty());
    String visit = rig.lan.now("s1").path("dose").path("visit").asText();
    assertEquals(403, rig.step(visit, "pour").status());
    rig.sim.noFaults("scale-1"); // the control: it comes back by itself
    rig.lan.await("s1", "a tared cup", s -> s.path("ready").asBoolean());
  }

  @Test
  void anotherPersonIsRefusedWhileACupStandsOrIsOut() throws Exception { // H86, H87
    String visit = rig.measured("s1", 11);
    rig.identifyCard("s1", 12);
    assertFalse(notice("s1", "cup-of-another-person").isEmpty());
    assertEquals("identify-again", rig.step(visit, "hand-over").code());
    rig.identify("s1", 11);
    rig.lan.await("s1", "the same person", s -> s.path("stage").asText().equals("identified"));
    rig.sim.cup("s1", "lift");
    LineRig.expect(rig.step(visit, "hand-over"));
    rig.identifyCard("s1", 12);
    assertFalse(notice("s1", "cup-is-out").isEmpty());
    rig.sim.cup("s1", "drink");
    LineRig.expect(rig.step(visit, "swallowed"));
  }

  @Test
  void stopWithoutALoginStopsWithinHalfASecondAndTheRestIsPoured() throws Exception { // H107
    stopped(13, () -> new Screen(rig.http()).post("/api/stations/s1/stop", Map.of()));
  }

  @Test
  void stopOverTheLiveSocketStopsWithinHalfASecond() throws Exception {
    WebSocket socket = rig.lan.watch();
    stopped(14, () -> socket.sendText("{\"do\":\"stop\",\"station\":\"s1\"}", true).join());
    socket.abort();
  }

  private static void stopped(int patient, Callable<?> stop) throws Exception {
    String visit = rig.review("s1", patient);
    int runs = rig.sim.runs("s1");
    LineRig.expect(rig.step(visit, "pour"));
    rig.lan.await("s1", "liquid", s -> s.path("live").path("pumpedMicrolitres").asLong() > 200);
    stop.call();
    long tapped = moved();
    JsonNode station = rig.lan.awaitPhase("s1", "DISCREPANCY");
    // 20 mL/min at 20 times the speed are 6.7 µL a millisecond: half a second would be 3300 µL.
    assertTrue(moved() - tapped < 3300, "stopped at " + moved() + ", tapped at " + tapped);
    assertTrue(moved() < LineRig.ORDERED_MICROLITRES - 500, "the control: it was in mid-pour");
    assertEquals(runs + 1, rig.sim.runs("s1"));
    assertTrue(station.path("dose").path("weighedMicrolitres").asLong() > 0);
    assertEquals("ARMED", LineRig.expect(rig.step(visit, "rest")).phase());
    rig.lan.awaitPhase("s1", "MEASURED");
    long cup = rig.sim.cupMicrolitres("s1");
    LineRig.near(LineRig.ORDERED_MICROLITRES, cup);
    assertEquals(runs + 2, rig.sim.runs("s1"));
    rig.drink("s1", visit);
  }

  private static long moved() throws Exception {
    JsonNode runs = rig.sim.truth("s1").path("runs");
    return runs.path(runs.size() - 1).path("movedMicrolitres").asLong();
  }
}

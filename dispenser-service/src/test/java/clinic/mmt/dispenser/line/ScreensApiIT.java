package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages read beside the counter, and what they are served with. */
class ScreensApiIT {

  @TempDir private static Path folder = Path.of("");
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 60, 3);
  }

  @AfterAll
  static void end() throws Exception {
    rig.verified();
    rig.close();
  }

  private static HttpResponse<String> page(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(rig.http() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void beforeALoginAPageLearnsTheHouseAndNoPerson() throws Exception {
    assertEquals(
        "{\"training\":true,\"simulated\":false,\"stations\":[\"s1\",\"s2\"]}",
        page("/api/about").body());
    assertEquals(401, page("/api/queue").statusCode());
  }

  @Test
  void theQueueHasWhoIsPrescribedTodayAndMovesWithTheDose() throws Exception {
    JsonNode before = rig.lan.get("/api/queue").body();
    assertEquals(2, before.path("absent").asInt(), "one of three has no prescription");
    assertEquals("Canaryname1", before.path("notYet").get(0).path("familyName").asText());
    LineRig.expect(rig.lan.post("/api/arrivals", Map.of("card", LineRig.card(1))));
    JsonNode here = rig.lan.get("/api/queue").body();
    assertEquals(1, here.path("absent").asInt());
    assertEquals("001", here.path("next").get(0).path("number").asText());
    String visit = rig.measured("s1", 1);
    JsonNode station = rig.lan.now("s1");
    assertEquals(50_000, station.path("ordered").path("prescribedDayBefore").asInt());
    assertEquals("CARD_AND_FINGER", station.path("dose").path("identifiedBy").asText());
    assertEquals("B-s1", station.path("bottle").path("label").asText());
    assertTrue(
        station.path("dose").path("person").path("portrait").asText().matches("[0-9a-f]{8}"));
    rig.drink("s1", visit);
    JsonNode after = rig.lan.get("/api/queue").body();
    assertEquals(0, after.path("waiting").asInt());
    assertEquals(1, after.path("absent").asInt());
    assertEquals("CONSUMED", after.path("done").get(0).path("phase").asText());
  }

  @Test
  void whosePrescriptionEndsSoonIsListedByName() throws Exception {
    JsonNode ending = rig.lan.get("/api/prescriptions/ending").body().path("ending");
    assertEquals(2, ending.size(), "one of three has no prescription");
    assertEquals("Canaryname1", ending.get(0).path("familyName").asText());
    assertEquals(2, ending.get(0).path("daysLeft").asInt());
    assertEquals(401, page("/api/prescriptions/ending").statusCode());
  }

  @Test
  void nobodyHereHasMissedDaysToBeFollowedUp() throws Exception { // R-40; people: RecordsIT
    assertEquals("{\"followUp\":[]}", rig.lan.get("/api/follow-up").body().toString());
    assertEquals(401, page("/api/follow-up").statusCode());
  }

  @Test
  void pagesComeUnderAPolicyThatLetsOnlyOurOwnFilesRun() throws Exception {
    for (String path : new String[] {"/", "/sim", "/clinic.css", "/bundle/counter.js"}) {
      HttpResponse<String> answer = page(path);
      assertEquals(200, answer.statusCode(), path);
      String policy = answer.headers().firstValue("content-security-policy").orElse("");
      assertTrue(policy.contains("default-src 'none'; script-src 'self'"), policy);
      assertFalse(policy.contains("unsafe"), policy);
    }
  }

  @Test
  void withoutConfiguredSimulatorsThereIsNoWayToThem() throws Exception {
    assertEquals(404, rig.lan.get("/api/sim/devices").status());
  }
}

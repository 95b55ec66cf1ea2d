package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Arrivals at a kiosk and at the desk, and what each of them is told. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorApiIT {

  private static final String KIOSK = "/api/door/arrivals";

  @TempDir private static Path folder = Path.of("");
  private static LineRig rig;

  /** Nobody is logged in here. */
  private static Screen kiosk;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 60, 4);
    kiosk = new Screen(rig.http());
  }

  @AfterAll
  static void end() throws Exception {
    kiosk.close();
    rig.verified();
    rig.close();
  }

  private static Screen.Answer shows(int person) throws Exception {
    return kiosk.post(KIOSK, Map.of("card", LineRig.card(person)));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> numbers(JsonNode rows) {
    List<String> numbers = new ArrayList<>();
    rows.forEach(row -> numbers.add(row.path("number").asText()));
    return numbers;
  }

  @Test
  @Order(1)
  void aKioskLearnsANumberAndNothingOfAPerson() throws Exception {
    JsonNode first = LineRig.expect(shows(1)).body();
    assertEquals(List.of("number", "doctorFirst", "say", "before"), names(first));
    assertEquals("001", first.path("number").asText());
    assertEquals(0, first.path("before").asInt());
    // One of the four has no prescription: a doctor first, and why is nobody's business.
    JsonNode stopped = LineRig.expect(shows(LineRig.UNPRESCRIBED)).body();
    assertEquals(List.of("number", "doctorFirst", "say"), names(stopped));
    assertEquals("002", stopped.path("number").asText());
    assertEquals(
        "{\"vi\":\"xin gặp bác sĩ trước\",\"en\":\"please see the doctor first\"}",
        stopped.path("say").toString());
    JsonNode third = LineRig.expect(shows(3)).body();
    assertEquals(1, third.path("before").asInt(), "the one who sees the doctor stands not there");
    assertEquals("001", LineRig.expect(shows(1)).body().path("number").asText(), "the same again");
    assertEquals("{\"next\":[\"001\",\"003\"]}", kiosk.get("/api/door/numbers").text());
  }

  @Test
  @Order(2)
  void whateverAKioskRefusesItSendsToTheDesk() throws Exception {
    for (String card : List.of(LineRig.card(77), "MC1.forged", "???")) {
      Screen.Answer no = kiosk.post(KIOSK, Map.of("card", card));
      assertEquals(403, no.status());
      assertEquals("see-the-desk", no.code(), card);
    }
    assertEquals(401, kiosk.get("/api/queue").status(), "the control: a kiosk is nobody");
    assertEquals(401, kiosk.get("/api/queue/doctor").status());
    assertEquals(401, kiosk.post("/api/arrivals", Map.of("card", LineRig.card(1))).status());
  }

  @Test
  @Order(3)
  void theDeskHearsWhatStopsADoseAndADoctorHasAList() throws Exception {
    JsonNode desk =
        LineRig.expect(
                rig.lan.post("/api/arrivals", Map.of("card", LineRig.card(LineRig.UNPRESCRIBED))))
            .body();
    assertTrue(desk.path("again").asBoolean());
    assertEquals("no-prescription-today", desk.path("stopped").path("code").asText());
    assertEquals("unknown-card", rig.lan.post("/api/arrivals", Map.of("card", "77")).code());
    assertEquals("malformed-request", rig.lan.post("/api/arrivals", Map.of()).code());
    JsonNode doctor = rig.lan.get("/api/queue/doctor").body().path("doctor");
    assertEquals(List.of("002"), numbers(doctor));
    assertEquals("no-prescription-today", doctor.get(0).path("stopped").path("code").asText());
    assertEquals("Canaryname" + LineRig.UNPRESCRIBED, doctor.get(0).path("familyName").asText());
  }

  @Test
  @Order(4)
  void thePageHasThemInOrderWithWhatEachWaitsFor() throws Exception {
    JsonNode queue = rig.lan.get("/api/queue").body();
    assertEquals(List.of("001", "003"), numbers(queue.path("next")));
    assertEquals(List.of("002"), numbers(queue.path("doctor")));
    assertEquals("Canaryname4", queue.path("notYet").get(0).path("familyName").asText());
    assertEquals(1, queue.path("absent").asInt());
    assertFalse(queue.path("next").get(0).has("similarName"));
    Map<String, Object> first =
        Map.of(
            "patient",
            queue.path("next").get(1).path("patient").asText(),
            "first",
            true,
            "reason",
            "a small child waits");
    LineRig.expect(rig.lan.post("/api/arrivals/priority", first));
    JsonNode after = rig.lan.get("/api/queue").body();
    assertEquals(List.of("003", "001"), numbers(after.path("next")));
    assertFalse(after.toString().contains("small child"), "the reason is for the record");
    assertEquals("{\"next\":[\"003\",\"001\"]}", kiosk.get("/api/door/numbers").text());
  }

  @Test
  @Order(5)
  void notFitWaitsUntilTheHourAndTwiceIsTheDoctors() throws Exception {
    rig.review("s1", 1);
    notFit(1);
    JsonNode queue = rig.lan.get("/api/queue").body();
    JsonNode waits = queue.path("next").get(1);
    assertEquals("001", waits.path("number").asText(), "the place is kept");
    assertEquals("until", waits.path("waits").asText());
    assertTrue(waits.path("until").asText().matches("[0-2][0-9]:[0-5][0-9]"), waits.toString());
    assertEquals("{\"next\":[\"003\"]}", kiosk.get("/api/door/numbers").text());
    rig.review("s1", 1);
    display();
    notFit(2);
    JsonNode doctor = rig.lan.get("/api/queue/doctor").body().path("doctor");
    assertEquals(List.of("001", "002"), numbers(doctor));
    assertEquals("sent-to-doctor", doctor.get(0).path("stopped").path("code").asText());
    assertEquals("not fit twice on one day (R-116)", doctor.get(0).path("why").asText());
    try (Screen khoa = rig.screen("khoa")) {
      LineRig.expect(
          khoa.post(
              "/api/releases",
              Map.of(
                  "patient", doctor.get(0).path("patient").asText(),
                  "reasons", List.of("sent-to-doctor"),
                  "reason", "seen, well again")));
    }
    assertEquals(List.of("003", "001"), numbers(rig.lan.get("/api/queue").body().path("next")));
  }

  /** A screen in the waiting room: numbers and counters, and nothing else (U-28). */
  private static void display() throws Exception {
    JsonNode shown = LineRig.expect(kiosk.get("/api/door/display")).body();
    assertEquals(List.of("time", "at", "next"), names(shown));
    assertEquals("[{\"number\":\"001\",\"station\":\"s1\"}]", shown.path("at").toString());
    assertEquals("[\"003\"]", shown.path("next").toString());
  }

  @Test
  @Order(7)
  void theDeskFindsByNameWhoComesWithoutACard() throws Exception {
    JsonNode found = search("testgiven CANARYNAME4").path("found");
    assertEquals(1, found.size());
    assertEquals("Canaryname4", found.get(0).path("familyName").asText());
    assertEquals(1, search("canaryname" + LineRig.UNPRESCRIBED).path("found").size(), "has come");
    assertEquals(0, search("ryname").path("found").size(), "no beginning of a word");
    assertEquals(0, search(" ").path("found").size());
    assertEquals(401, kiosk.post("/api/door/search", Map.of("words", "canary")).status());
  }

  private static JsonNode search(String words) throws Exception {
    return LineRig.expect(rig.lan.post("/api/door/search", Map.of("words", words))).body();
  }

  /** The visit is the same when the patient is called back, so the command needs another id. */
  private static void notFit(int time) throws Exception {
    String visit = rig.lan.now("s1").path("dose").path("visit").asText();
    LineRig.expect(
        rig.lan.post(
            "/api/visits/" + visit + "/not-fit", Map.of("id", visit + "/not-fit/" + time)));
  }

  @Test
  @Order(6)
  void cardsAreNotTriedAtAKioskOneAfterTheOther() throws Exception {
    for (int i = 0; i < 25; i++) {
      kiosk.post(KIOSK, Map.of("card", LineRig.card(100 + i)));
    }
    assertEquals("see-the-desk", shows(4).code(), "also a good card, for a minute");
    LineRig.expect(rig.lan.post("/api/arrivals", Map.of("card", LineRig.card(4))));
  }
}

package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dose to take home on the whole line, from the switch to the empty bottle. */
class TakeHomeIT {

  /** 5 mL at 1.05 g/mL. */
  private static final long LIQUID = 5_250_000;

  private static Map<String, Object> with(Map<String, ?> body, Object... more) {
    Map<String, Object> all = new HashMap<>(body);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }

  private static String signed(Screen by, Map<String, ?> act, String name, String login)
      throws Exception {
    Screen.Answer answer =
        by.post(
            "/api/take-home/signature",
            Map.of("login", login, "password", LineRig.PASSWORD, name, act));
    return LineRig.expect(answer).body().path("signature").asText();
  }

  private static void switchOn(Screen doctor, String today) throws Exception {
    Map<String, Object> change =
        Map.of("key", "take-home", "text", "on", "from", today, "reason", "the scheme");
    Screen.Answer head =
        doctor.post(
            "/api/profile/changes/signature",
            with(change, "login", "quan", "password", LineRig.PASSWORD));
    String token = LineRig.expect(head).body().path("signature").asText();
    LineRig.expect(doctor.post("/api/profile/changes", with(change, "signature", token)));
  }

  @Test
  void aBottleGoesOutCoversItsDayAndComesBack(@TempDir Path folder) throws Exception {
    LineRig rig = LineRig.start(folder, 20, 60, 2);
    try (Screen doctor = rig.screen("khoa")) {
      rig.drink("s1", rig.measured("s1", 1));
      String patient = patient(doctor, "Canaryname1");
      String today = doctor.get("/api/profile").body().path("day").asText();
      LocalDate tomorrow = LocalDate.parse(today).plusDays(1);
      Map<String, Object> approval =
          Map.of(
              "patient",
              patient,
              "from",
              today,
              "to",
              tomorrow.plusDays(20).toString(),
              "days",
              2,
              "commitment",
              "cam kết 12",
              "ticked",
              List.of(
                  "TREATMENT",
                  "NO_DAY_MISSED",
                  "SAME_DOSE",
                  "SAFE_STORAGE",
                  "URINE_NEGATIVE",
                  "NO_EXCLUSION"));
      assertEquals("take-home-off", doctor.post("/api/take-home/approvals", approval).code());
      switchOn(doctor, today);
      LineRig.expect(doctor.post("/api/take-home/approvals", approval));
      Map<String, Object> filling =
          Map.of(
              "patient",
              patient,
              "day",
              tomorrow.toString(),
              "station",
              "s2",
              "liquidMicrograms",
              LIQUID);
      String second = signed(rig.lan, filling, "filling", "khoa");
      JsonNode bottle =
          LineRig.expect(rig.lan.post("/api/take-home/bottles", with(filling, "second", second)))
              .body();
      String label = bottle.path("label").asText();
      Screen.Answer page = rig.lan.get("/api/take-home/bottles/" + label + "/page");
      assertTrue(page.text().startsWith("<!doctype html>"), page.text());
      for (String part : List.of(label, "<svg", "Canaryname1", "TRẺ EM", "CHILDREN", "50")) {
        assertTrue(page.text().contains(part), part);
      }
      forms(rig, patient, label);
      Map<String, Object> out = Map.of("patient", patient, "scanned", List.of(label, "TH-x"));
      assertEquals("take-home-wrong-set", rig.lan.post("/api/take-home/collections", out).code());
      LineRig.expect(
          rig.lan.post("/api/take-home/collections", with(out, "scanned", List.of(label))));
      Map<String, Object> of = Map.of("label", label);
      assertEquals("bottle-empty-early", rig.lan.post("/api/take-home/empties", of).code());
      LineRig.expect(rig.lan.post("/api/take-home/losses", with(of, "words", "đã uống")));
      assertEquals(
          "not-your-function",
          rig.lan.post("/api/take-home/reopened", with(of, "reason", "đã hỏi")).code());
      LineRig.expect(doctor.post("/api/take-home/reopened", with(of, "reason", "đã khám")));
      JsonNode all = rig.lan.post("/api/take-home", Map.of("patient", patient)).body();
      assertEquals("REOPENED", all.path("bottles").get(0).path("state").asText());
      assertEquals(2, all.path("approvals").get(0).path("days").asInt());
      rig.verified();
    } finally {
      rig.close();
    }
  }

  /** what a representative of a patient in hospital is given to sign and to carry. */
  private static void forms(LineRig rig, String patient, String label) throws Exception {
    String person = "/api/take-home/patients/" + patient;
    String bottle = "/api/take-home/bottles/" + label + "/form-06";
    for (String route : List.of(person + "/form-04", person + "/form-05", bottle)) {
      Screen.Answer page = rig.lan.get(route);
      assertTrue(page.text().contains("Canaryname1"), route + page.text());
      assertTrue(page.text().contains("line-test"), "which clinic: " + route);
      try (Screen head = rig.screen("quan")) {
        assertEquals("not-your-function", head.get(route).code(), route);
      }
    }
    assertTrue(rig.lan.get(person + "/form-05").text().contains(label));
    assertEquals("not-registered", rig.lan.get("/api/take-home/patients/p-x/form-04").code());
    assertEquals("no-such-bottle", rig.lan.get("/api/take-home/bottles/x/form-06").code());
  }

  private static String patient(Screen doctor, String familyName) throws Exception {
    for (JsonNode one : doctor.get("/api/prescriptions/ending").body().path("ending")) {
      if (one.path("familyName").asText().equals(familyName)) {
        return one.path("patient").asText();
      }
    }
    throw new AssertionError(familyName + " is not on the list");
  }
}

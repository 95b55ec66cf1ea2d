package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consent to fingerprints and exceptions, on the whole line. */
class IdentityIT {

  /** One white dot. */
  private static final String PNG =
      "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
          + "0000000a49444154789c63f80f00010101001bb6ee560000000049454e44ae426082";

  /** a refusal, the templates gone, and without a photo one person is not enough. */
  @Test
  void whoRefusesFingerprintsIsAskedForNoFinger(@TempDir Path folder) throws Exception {
    LineRig rig = LineRig.start(folder, 20, 60, 2);
    try {
      String visit = rig.review("s1", 1);
      LineRig.expect(rig.step(visit, "left", Map.of()));
      String id = patient(rig, "Canaryname1");
      Map<String, Object> refused = Map.of("patient", id, "answer", "REFUSED", "form", "2026-01");
      LineRig.expect(rig.lan.post("/api/finger-consents", refused));
      assertEquals("consent-on-record", rig.lan.post("/api/finger-consents", refused).code());
      JsonNode all = rig.lan.post("/api/finger-consents/of", Map.of("patient", id)).body();
      assertEquals("REFUSED", all.path("consents").get(0).path("answer").asText());
      rig.sim.card("s2", LineRig.card(1));
      rig.lan.await("s2", "no photo", s -> s.path("stage").asText().equals("no-read"));
      assertTrue(
          rig.lan.get("/api/finger-tasks").body().path("fingerTasks").isEmpty(), "not counted yet");
      rig.verified();
    } finally {
      rig.close();
    }
  }

  /**
   * H104: card, photo and two proven fingers by two of the staff; then the finger opens a visit.
   */
  @Test
  void twoOfTheStaffEnrolFingersAtTheReaderAndTheFingerIsKnownFromThenOn(@TempDir Path folder)
      throws Exception {
    LineRig rig = LineRig.start(folder, 20, 60, 2);
    try {
      String id = patient(rig, "Canaryname1");
      Map<String, Object> given = Map.of("patient", id, "answer", "GIVEN", "form", "2026-01");
      LineRig.expect(rig.lan.post("/api/finger-consents", given));
      String enrolment =
          LineRig.expect(
                  rig.lan.post("/api/enrolments", Map.of("patient", id, "card", LineRig.card(1))))
              .body()
              .path("enrolment")
              .asText();
      String png = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(PNG));
      LineRig.expect(
          rig.lan.post("/api/enrolments/photo", Map.of("enrolment", enrolment, "png", png)));
      for (int finger : List.of(2, 7)) {
        Screen.Answer made =
            onGlass(
                rig,
                LineRig.finger(40 + finger),
                "/api/enrolments/finger",
                Map.of("enrolment", enrolment, "station", "s1", "finger", finger));
        assertTrue(LineRig.expect(made).body().path("proof").asInt() > 0, made.text());
      }
      Screen.Answer found =
          onGlass(
              rig,
              LineRig.finger(42),
              "/api/enrolments/look-up",
              Map.of("enrolment", enrolment, "station", "s1"));
      assertEquals(0, LineRig.expect(found).body().path("alike").size());
      String second =
          LineRig.expect(
                  rig.lan.post(
                      "/api/enrolments/signature",
                      Map.of(
                          "enrolment", enrolment, "login", "binh", "password", LineRig.PASSWORD)))
              .body()
              .path("signature")
              .asText();
      Map<String, Object> end = Map.of("enrolment", enrolment, "second", second);
      LineRig.expect(rig.lan.post("/api/enrolments/complete", end));
      String page = rig.lan.get("/api/enrolments/" + enrolment + "/page").text();
      assertTrue(page.contains("right index") && page.contains("data:image/png"), page);
      JsonNode latest = rig.lan.post("/api/enrolments/latest", Map.of("patient", id)).body();
      assertEquals(0, latest.path("photoDays").asInt(-1));
      rig.sim.clear("s1");
      rig.sim.card("s1", LineRig.card(1));
      rig.lan.await("s1", "the card", s -> s.path("stage").asText().equals("finger"));
      rig.tryFinger("s1", LineRig.finger(47), "good", "identified");
      rig.verified();
    } finally {
      rig.close();
    }
  }

  /** Asks for something that needs a finger, and lays it on the glass until the answer is there. */
  private static Screen.Answer onGlass(
      LineRig rig, String finger, String path, Map<String, Object> body) throws Exception {
    CompletableFuture<Screen.Answer> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                answer.complete(rig.lan.post(path, body));
              } catch (Exception e) {
                answer.completeExceptionally(e);
              }
            });
    for (int i = 0; i < 60 && !answer.isDone(); i++) {
      rig.sim.finger("s1", finger, "good");
      within(answer, 700);
      rig.sim.liftFinger("s1");
      within(answer, 400);
    }
    return answer.get(10, TimeUnit.SECONDS);
  }

  private static void within(CompletableFuture<?> answer, long millis) throws Exception {
    try {
      answer.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // Not yet: the finger is laid down or lifted next.
    }
  }

  private static String patient(LineRig rig, String familyName) throws Exception {
    try (Screen doctor = rig.screen("khoa")) {
      for (JsonNode one : doctor.get("/api/prescriptions/ending").body().path("ending")) {
        if (one.path("familyName").asText().equals(familyName)) {
          return one.path("patient").asText();
        }
      }
    }
    throw new AssertionError(familyName + " is not on the list");
  }
}

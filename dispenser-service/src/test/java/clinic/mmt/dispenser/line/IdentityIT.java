package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consent to fingerprints and exceptions, on the whole line. */
class IdentityIT {

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

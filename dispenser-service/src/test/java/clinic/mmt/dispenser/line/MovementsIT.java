package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaving care and coming back, on the whole line. */
class MovementsIT {

  private static Map<String, Object> with(String patient, String day, String name, String value) {
    Map<String, Object> body = new HashMap<>();
    body.put("patient", patient);
    body.put("day", day);
    body.put(name, value);
    return body;
  }

  /** who left is refused with a way on, and is dosed again once a doctor has admitted. */
  @Test
  void whoLeftIsDosedAgainAfterAnAdmission(@TempDir Path folder) throws Exception {
    LineRig rig = LineRig.start(folder, 20, 60, 2);
    try (Screen doctor = rig.screen("khoa")) {
      String visit = rig.review("s1", 1);
      LineRig.expect(rig.step(visit, "left", Map.of()));
      String patient = patient(doctor, "Canaryname1");
      JsonNode eligible = asked(rig, patient);
      String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
      Map<String, Object> leave = with(patient, today, "why", "OWN_WISH");
      assertEquals("DISPENSE", eligible.path("decision").asText());
      assertEquals("not-your-function", rig.lan.post("/api/leavings", leave).code());
      assertEquals(0, doctor.get("/api/drop-outs").body().path("dropOuts").size());
      Map<String, Object> on = Map.of("patient", patient, "reason", "nằm viện");
      assertEquals("no-such-proposal", doctor.post("/api/drop-outs/goes-on", on).code());
      LineRig.expect(doctor.post("/api/leavings", leave));
      JsonNode stopped = asked(rig, patient);
      assertEquals("REFUSE", stopped.path("decision").asText());
      assertEquals("left-care", stopped.path("reasons").get(0).path("code").asText());
      assertEquals("not-in-care", doctor.post("/api/leavings", leave).code());
      LineRig.expect(doctor.post("/api/admissions", with(patient, today, "source", "VOLUNTARY")));
      LineRig.expect(doctor.post("/api/site-moves", with(patient, today, "site", "cơ sở 2")));
      JsonNode all = rig.lan.post("/api/movements", Map.of("patient", patient)).body();
      assertTrue(all.path("inCare").asBoolean());
      assertEquals(3, all.path("movements").size());
      assertEquals("OWN_WISH", all.path("movements").get(0).path("why").asText());
      assertFalse(all.path("movements").get(0).path("by").asText().isEmpty());
      // At the other counter: a reader takes a card that comes again within a moment for the same
      // one.
      String measured = rig.measured("s2", 1);
      rig.drink("s2", measured);
      rig.verified();
    } finally {
      rig.close();
    }
  }

  static String patient(Screen doctor, String familyName) throws Exception {
    for (JsonNode one : doctor.get("/api/prescriptions/ending").body().path("ending")) {
      if (one.path("familyName").asText().equals(familyName)) {
        return one.path("patient").asText();
      }
    }
    throw new AssertionError(familyName + " is not on the list");
  }

  private static JsonNode asked(LineRig rig, String patient) throws Exception {
    return rig.lan.post("/api/eligibility", Map.of("patient", patient)).body();
  }
}

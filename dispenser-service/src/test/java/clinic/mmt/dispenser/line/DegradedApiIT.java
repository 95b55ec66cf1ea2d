package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Degraded modes and a downtime on the whole line: devices, service, HTTP. */
class DegradedApiIT {

  private static Map<String, Object> mode(String mode) {
    return Map.of("mode", mode, "reason", "máy hỏng");
  }

  private static Map<String, Object> and(Map<String, Object> body, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(body);
    all.putAll(more);
    return all;
  }

  @Test
  void withoutAPumpADoseIsDrawnByHandAndWithoutPowerTheSheetComesIn(@TempDir Path folder)
      throws Exception {
    LineRig rig = LineRig.start(folder, 20, 60, 3);
    try {
      byHand(rig);
      downtime(rig);
      rig.verified();
    } finally {
      rig.close();
    }
  }

  private static void byHand(LineRig rig) throws Exception {
    rig.sim.cable("pump-1", "{\"act\":\"unplug\"}");
    rig.lan.await("s1", "the pump to be gone", s -> !LineRig.allUp(s));
    LineRig.expect(rig.lan.post("/api/stations/s1/modes", mode("hand-pour")));
    JsonNode now = rig.lan.await("s1", "the mode", s -> s.has("modes"));
    assertEquals("hand-pour", now.path("modes").get(0).path("mode").asText());
    assertEquals(
        "another-mode-runs",
        rig.lan.post("/api/stations/s1/modes", mode("pump-without-scale")).code());
    int runs = rig.sim.runs("s1");
    String visit = rig.review("s1", 1);
    LineRig.expect(rig.step(visit, "pour", Map.of("attestation", "đúng người")));
    rig.lan.awaitPhase("s1", "POURING");
    assertEquals("HAND", rig.lan.now("s1").path("dose").path("source").asText());
    LineRig.expect(rig.step(visit, "poured"));
    rig.lan.awaitPhase("s1", "DISCREPANCY");
    LineRig.expect(rig.step(visit, "discard"));
    assertEquals(runs, rig.sim.runs("s1"), "no pump ran");
    rig.sim.clear("s1");
    rig.sim.plug("pump-1");
    rig.lan.await("s1", "the pump to be back", LineRig::allUp);
    LineRig.expect(rig.lan.post("/api/stations/s1/modes/left", mode("hand-pour")));
    rig.lan.await("s1", "no mode", s -> !s.has("modes"));
    String again = rig.measured("s2", 1);
    rig.drink("s2", again);
  }

  private static void downtime(LineRig rig) throws Exception {
    String page = rig.lan.get("/api/stations/s1/downtime-sheet").text();
    assertTrue(page.contains("Canaryname3"), "who may come stands on it");
    assertTrue(page.contains("ĐÃ CẤP"), "and who was dosed");
    assertTrue(page.contains("MC1 "), "and the latest checkpoint");
    assertEquals("trace-missing", rig.lan.post("/api/openings", Map.of()).code());
    LineRig.expect(rig.lan.post("/api/openings", Map.of("trace", "SIGNED_REGISTER")));
    Instant from = Instant.now();
    JsonNode down =
        LineRig.expect(
                rig.lan.post(
                    "/api/downtimes", Map.of("from", from.toString(), "reason", "mất điện")))
            .body();
    rig.kill();
    rig.restart();
    rig.identify("s1", 3);
    rig.lan.await(
        "s1", "the sheet", s -> s.path("notice").path("code").asText().equals("sheet-owed"));
    String id = down.path("downtime").asText();
    String nurse = rig.lan.get("/api/me").body().path("staff").asText();
    String patient;
    try (Screen khoa = rig.screen("khoa")) {
      patient = patient(khoa, "Canaryname3");
    }
    Map<String, Object> row =
        Map.of(
            "patient",
            patient,
            "told",
            "DOSED",
            "doseMicrograms",
            60_000,
            "at",
            from.plusMillis(1).toString(),
            "givenBy",
            nurse);
    Map<String, Object> lines = Map.of("downtime", id, "station", "s1", "rows", List.of(row));
    assertEquals("second-signature-needed", rig.lan.post("/api/downtimes/sheet", lines).code());
    signed(rig, "/api/downtimes/sheet", lines);
    Map<String, Object> end = Map.of("downtime", id, "rest", "NOT_DOSED", "empty", false);
    signed(rig, "/api/downtimes/sheet/in", end);
    JsonNode clinic = rig.lan.get("/api/degraded").body();
    assertEquals(0, clinic.path("downtimes").size());
    assertEquals("SIGNED_REGISTER", clinic.path("opening").path("trace").asText());
    rig.identify("s2", 3);
    rig.lan.await(
        "s2", "once a day", s -> s.path("notice").path("code").asText().equals("already-dosed"));
  }

  private static void signed(LineRig rig, String path, Map<String, Object> act) throws Exception {
    Map<String, Object> who = Map.of("login", "khoa", "password", LineRig.PASSWORD);
    JsonNode signature = LineRig.expect(rig.lan.post(path + "/signature", and(act, who))).body();
    String token = signature.path("signature").asText();
    LineRig.expect(rig.lan.post(path, and(act, Map.of("signature", token))));
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

package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pump on the whole line: service acts by HTTP, through the driver, to the simulated pump. */
@Timeout(120)
class PumpServiceIT {

  private static final String SERVICE = "/api/stations/s1/service";

  static JsonNode page(LineRig rig) throws Exception {
    return LineRig.expect(rig.lan.get(SERVICE)).body();
  }

  /** Begins an act and looks until it has ended. */
  static JsonNode does(LineRig rig, String kind, String to, long microlitres) throws Exception {
    rig.sim.clear("s1");
    rig.sim.cup("s1", "put");
    Map<String, Object> act = Map.of("kind", kind, "to", to, "microlitres", microlitres);
    Screen.Answer begun = rig.lan.post(SERVICE, act);
    while (begun.code().equals("cup-used")) {
      // The cup of the act before is gone for the station only once it saw the empty pan.
      rig.sim.clear("s1");
      rig.lan.post(SERVICE, act);
      rig.sim.cup("s1", "put");
      begun = rig.lan.post(SERVICE, act);
    }
    String id = LineRig.expect(begun).body().path("act").asText();
    while (page(rig).path("open").asText().equals(id)) {
      Thread.onSpinWait();
    }
    rig.sim.clear("s1");
    return StreamSupport.stream(page(rig).path("acts").spliterator(), false)
        .filter(one -> one.path("act").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void afterACleaningTheLineIsPurgedBeforeAnybodyIsPouredFor(@TempDir Path folder)
      throws Exception { // H91
    LineRig rig = LineRig.start(folder, 20, 60, 2);
    try {
      assertEquals(404, rig.lan.get("/api/stations/nowhere/service").status(), "no such station");
      LineRig.expect(
          rig.lan.post(SERVICE + "/purge-owed", Map.of("why", "CLEANED", "words", "thay ống")));
      assertEquals("CLEANED", page(rig).path("purgeOwed").path("why").asText());
      rig.identify("s1", 1);
      rig.lan.awaitNotice("s1", "line-not-purged");
      rig.tidy("s1");

      JsonNode purge = does(rig, "PURGE", "WASTE", 9_000);
      assertEquals("ENDED", purge.path("phase").asText());
      LineRig.near(9_000, purge.path("pumpedMicrolitres").asLong());
      assertTrue(page(rig).path("purgeOwed").path("firstShotOnly").asBoolean());
      JsonNode shot = does(rig, "CHECK_SHOT", "WASTE", 5_000);
      LineRig.near(5_000, shot.path("weighedMicrolitres").asLong());
      assertTrue(shot.path("pump").asText().startsWith("NE"), "which pump it was");
      assertFalse(page(rig).has("purgeOwed"));
      assertFalse(page(rig).has("poursNoDose"));
      // The cup of the shot is gone for the station only once it saw the empty pan.
      rig.identify("s1", 1);
      rig.lan.awaitNotice("s1", "cup-missing");
      rig.tidy("s1");
      rig.drink("s1", rig.measured("s1", 1));

      assertEquals(
          "calibration-too-few",
          rig.lan
              .post(
                  SERVICE + "/calibrations",
                  Map.of(
                      "method",
                      "FLASK",
                      "shots",
                      List.of(Map.of("act", "v-1", "measuredMicrolitres", 5_000)),
                      "factorBeforeMillionths",
                      1_000_000,
                      "factorAfterMillionths",
                      1_000_000))
              .code());
      assertEquals(
          "service-not-unknown",
          rig.lan
              .post(
                  SERVICE + "/" + shot.path("act").asText() + "/settle",
                  Map.of("microlitres", 1, "words", "đã đo"))
              .code());
      rig.verified();
    } finally {
      rig.close();
    }
  }
}

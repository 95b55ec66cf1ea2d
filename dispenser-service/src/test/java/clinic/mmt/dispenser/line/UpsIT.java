package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.Until;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mains go and come back, on the whole line: UPS, service, devices, HTTP (R-122, H95). */
class UpsIT {

  private static String code(JsonNode station) {
    return station.path("notice").path("code").asText();
  }

  private static boolean on(JsonNode station, String state) {
    return station.path("power").path("state").asText().equals(state);
  }

  private static boolean minutes(JsonNode station, int minutes) {
    return station.path("power").path("minutes").asInt(-1) == minutes;
  }

  @Test
  void whoWasDosedIsOnTheDiskAndNoNewPourBeginsOnTooLittleBattery(@TempDir Path folder)
      throws Exception {
    try (Upsd upsd = new Upsd()) {
      String config =
          LineRig.config(folder, 20, 60, "training")
              + "ups: {name: clinic, port: %d}\n".formatted(upsd.port());
      LineRig rig = LineRig.start(folder, config, 20, 4);
      try {
        rig.lan.await("s1", "the mains", s -> on(s, "mains"));
        rig.drink("s1", rig.measured("s1", 1));
        upsd.battery(1_799);
        saved(rig, folder);
        String open = rig.measured("s1", 3);
        upsd.battery(599); // a second below the floor
        rig.lan.await("s1", "the floor", s -> minutes(s, 9) && code(s).equals("battery-low"));
        rig.identifyCard("s2", 4);
        JsonNode refused = rig.lan.now("s2");
        assertEquals("idle", refused.path("stage").asText());
        assertEquals("R-122", refused.path("notice").path("rule").asText());
        assertFalse(refused.has("dose"));
        rig.drink("s1", open); // the open cup is finished
        list(folder, "Canaryname3");
        upsd.says(Map.of("ups.status", "OL CHRG"));
        rig.lan.await("s2", "the mains", s -> on(s, "mains") && code(s).isEmpty());
        rig.lan.await("s2", "no papers", s -> !Files.exists(folder.resolve("data/papers")));
        rig.drink("s2", rig.measured("s2", 4));
        upsd.says(Map.of());
        rig.lan.await(
            "s1",
            "a UPS that says nothing",
            s -> s.path("power").path("why").asText().equals("not-understood"));
        rig.verified();
      } finally {
        rig.close();
      }
    }
  }

  private static void saved(LineRig rig, Path folder) throws Exception {
    JsonNode now = rig.lan.await("s1", "the papers", s -> s.path("power").has("papers"));
    assertEquals(29, now.path("power").path("minutes").asInt());
    assertEquals(64, now.path("power").path("percent").asInt());
    assertTrue(now.path("power").path("newPours").asBoolean());
    Path papers = Path.of(now.path("power").path("papers").asText());
    assertEquals(folder.resolve("data/papers").toRealPath(), papers.toRealPath());
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(papers)));
    String given = list(folder, "Canaryname1");
    assertFalse(given.contains("Canaryname3"), "who has had nothing is not on it");
    String sheet = Files.readString(papers.resolve("downtime-sheet-s2.html"));
    assertTrue(sheet.contains("Canaryname3"), "who may still come stands on the sheet: " + sheet);
    assertTrue(sheet.contains("ĐÃ CẤP"), "and who has had a dose: " + sheet);
    assertTrue(sheet.contains("MC1 "), "and the latest checkpoint: " + sheet);
    assertTrue(given.contains("MC1 "), "on both: " + given);
  }

  /** The list of who was dosed, once it names somebody; the service writes it by itself. */
  private static String list(Path folder, String name) throws Exception {
    Path list = folder.resolve("data/papers/dosed-today.html");
    Until.holds(
        name + " on the list", () -> Files.exists(list) && Files.readString(list).contains(name));
    return Files.readString(list);
  }
}

package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pump that is swapped in mid-morning, over the real wire: refused, changed, checked, dosed. */
@Timeout(180)
class UnitChangeIT {

  private static final String UNIT = "/api/stations/s1/unit";

  private static JsonNode pump(LineRig rig) throws Exception {
    return StreamSupport.stream(rig.lan.now("s1").path("devices").spliterator(), false)
        .filter(d -> d.path("name").asText().equals("s1-pump"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSwappedPumpIsRefusedUntilTheSpareIsPutInPlaceByAnAct(@TempDir Path folder)
      throws Exception { // section 3
    LineRig rig = LineRig.start(folder, 20, 60, 3);
    try (Screen mai = rig.screen("mai")) {
      rig.drink("s1", rig.measured("s1", 1));
      rig.sim.cable("pump-1", "{\"act\":\"unplug\"}");
      rig.lan.await("s1", "the loss", s -> !LineRig.allUp(s));
      rig.sim.post("/devices/pump-1/swap", "{}");
      rig.sim.plug("pump-1");
      rig.lan.await("s1", "another one", s -> s.toString().contains("another device"));
      String said = pump(rig).path("text").asText();
      String found = said.replaceAll(".*, found (.*)\\.$", "$1");
      Map<String, Object> change = Map.of("device", "s1-pump", "identity", found, "words", "kẹt");

      assertEquals("not-a-spare", rig.lan.post(UNIT, change).code());
      Map<String, Object> spare = Map.of("kind", "PUMP", "identity", found, "words", "trong tủ");
      assertEquals("not-your-function", rig.lan.post("/api/spares", spare).code());
      LineRig.expect(mai.post("/api/spares", spare));
      LineRig.expect(rig.lan.post(UNIT, change));
      rig.lan.await("s1", "all devices", LineRig::allUp);

      rig.identify("s1", 3);
      rig.lan.awaitNotice("s1", "line-not-purged");
      rig.tidy("s1");
      PumpServiceIT.does(rig, "PURGE", "WASTE", 9_000);
      JsonNode shot = PumpServiceIT.does(rig, "CHECK_SHOT", "WASTE", 5_000);
      LineRig.near(5_000, shot.path("weighedMicrolitres").asLong());
      assertFalse(PumpServiceIT.page(rig).has("poursNoDose"));

      rig.kill();
      rig.restart(); // the ledger remembers which unit it is
      assertTrue(pump(rig).path("text").asText().contains(found), () -> found);
      rig.drink("s1", rig.measured("s1", 3));
      rig.verified();
    } finally {
      rig.close();
    }
  }
}

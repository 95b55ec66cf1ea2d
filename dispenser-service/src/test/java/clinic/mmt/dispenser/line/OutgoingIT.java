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

/** Stock that leaves, and looking back at doses, by HTTP on the whole line (R-88, R-89, H108). */
class OutgoingIT {

  private static final Map<String, Object> PRODUCT =
      Map.of(
          "product",
          "MTD-10-1000",
          "brand",
          "brand",
          "microgramsPerMillilitre",
          10_000,
          "containerMicrolitres",
          1_000_000,
          "emptyMicrograms",
          92_000_000,
          "colour",
          "cam trong");

  private static Map<String, Object> with(Map<String, Object> body, Object... more) {
    Map<String, Object> all = new HashMap<>(body);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }

  @Test
  void sentConfirmedDestroyedLookedBackAndForecast(@TempDir Path folder) throws Exception {
    LineRig rig = LineRig.start(folder, 20, 60, 2);
    try (Screen pharmacist = rig.screen("mai")) {
      LocalDate today = LocalDate.parse(rig.lan.get("/api/profile").body().path("day").asText());
      LineRig.expect(pharmacist.post("/api/stock/products", PRODUCT));
      Map<String, Object> delivery =
          Map.of(
              "ours", "GN-1",
              "supplier", "HD-1",
              "authority", "QD-1",
              "deliverer", "người giao",
              "lines",
                  List.of(
                      Map.of(
                          "batch",
                          "L-9",
                          "product",
                          "MTD-10-1000",
                          "expiry",
                          today.plusDays(300).toString(),
                          "onPaper",
                          2,
                          "containers",
                          2)));
      JsonNode labels =
          LineRig.expect(pharmacist.post("/api/stock/receipts", delivery)).body().path("bottles");
      String sent = labels.get(0).asText();
      String wasted = labels.get(1).asText();

      Map<String, Object> leaving =
          Map.of(
              "site", "DC-02", "paper", "BB-1", "carrier", "người chở", "bottles", List.of(sent));
      JsonNode shipment = LineRig.expect(pharmacist.post("/api/stock/shipments", leaving)).body();
      assertEquals("paper-used", pharmacist.post("/api/stock/shipments", leaving).code());
      assertEquals("not-your-function", rig.lan.get("/api/stock/shipments").code());
      String path = "/api/stock/shipments/" + shipment.path("shipment").asText() + "/confirmation";
      LineRig.expect(
          pharmacist.post(
              path, Map.of("paper", "BB-1/2", "arrived", List.of(), "words", "không nhận được")));
      JsonNode listed = pharmacist.get("/api/stock/shipments").body().path("found").get(0);
      assertEquals(sent, listed.path("missing").get(0).asText());

      Map<String, Object> bad = Map.of("bottle", wasted, "words", "đổi màu");
      LineRig.expect(
          pharmacist.post(
              "/api/stock/moves", Map.of("act", "QUARANTINE", "bottles", List.of(bad))));
      assertEquals(
          400,
          pharmacist
              .post("/api/stock/moves", Map.of("act", "DESTROY", "bottles", List.of(bad)))
              .status(),
          "only with permit and minutes");
      Map<String, Object> destruction =
          Map.of(
              "permit", "GP-1",
              "minutes", "BB-H-1",
              "method", "pha loãng",
              "council", List.of("người thứ ba"),
              "bottles", List.of(wasted));
      assertEquals(
          "second-signature-needed",
          pharmacist.post("/api/stock/destructions", destruction).code());
      assertEquals(0, pharmacist.get("/api/stock/destructions").body().path("found").size());

      rig.drink("s1", rig.measured("s1", 1));
      Map<String, Object> scope =
          Map.of("from", today.toString(), "until", today.toString(), "station", "s1");
      JsonNode doses =
          LineRig.expect(pharmacist.post("/api/stock/look-backs/doses", scope))
              .body()
              .path("found");
      assertEquals(1, doses.size());
      JsonNode incident =
          LineRig.expect(
                  pharmacist.post(
                      "/api/stock/look-backs", with(scope, "why", "SCALE", "words", "cân sai")))
              .body();
      assertEquals(doses.get(0).path("dose"), incident.path("doses").get(0));
      String end = "/api/stock/look-backs/" + incident.path("incident").asText();
      Screen.Answer signed =
          rig.lan.post(
              end + "/signature",
              Map.of("login", "lan", "password", LineRig.PASSWORD, "words", "đã khám"));
      String second = LineRig.expect(signed).body().path("signature").asText();
      LineRig.expect(pharmacist.post(end + "/end", Map.of("words", "đã khám", "second", second)));
      assertEquals(
          "đã khám",
          pharmacist
              .get("/api/stock/look-backs")
              .body()
              .path("found")
              .get(0)
              .path("closed")
              .asText());
      JsonNode forecast =
          LineRig.expect(pharmacist.post("/api/stock/forecast", Map.of()))
              .body()
              .path("found")
              .get(0);
      assertEquals(0, forecast.path("usableMicrolitres").asLong());
      assertTrue(forecast.path("explain").isBoolean());
      rig.verified();
    } finally {
      rig.close();
    }
  }
}

package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bottle on the whole line: taken in, labelled, opened by two, mounted, poured from, off. */
class StockIT {

  private static final long FULL = 1_142_000_000L;

  private static Map<String, Object> move(String act, Map<String, ?> bottle, Object... more) {
    Map<String, Object> all = new HashMap<>(Map.of("act", act, "bottles", List.of(bottle)));
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }

  @Test
  void aBottleGoesFromTheDeliveryToThePumpAndIsPouredFrom(@TempDir Path folder) throws Exception {
    LineRig rig = LineRig.start(folder, 20, 60, 2);
    try (Screen pharmacist = rig.screen("mai")) {
      String today = rig.lan.get("/api/profile").body().path("day").asText();
      Map<String, Object> product =
          Map.of(
              "product",
              "MTD-10-1000",
              "brand",
              "Nhãn thử",
              "microgramsPerMillilitre",
              10_000,
              "containerMicrolitres",
              1_000_000,
              "emptyMicrograms",
              92_000_000,
              "colour",
              "cam trong");
      assertEquals("not-your-function", rig.lan.post("/api/stock/products", product).code());
      LineRig.expect(pharmacist.post("/api/stock/products", product));
      Map<String, Object> delivery =
          Map.of(
              "ours", "GN-1",
              "supplier", "HD-1",
              "authority", "QD-1",
              "deliverer", "Người Giao Hàng",
              "lines",
                  List.of(
                      Map.of(
                          "batch",
                          "L-9",
                          "product",
                          "MTD-10-1000",
                          "expiry",
                          LocalDate.parse(today).plusDays(300).toString(),
                          "densityMicrogramsPerMillilitre",
                          1_050_000,
                          "onPaper",
                          1,
                          "containers",
                          1)));
      JsonNode receipt = LineRig.expect(pharmacist.post("/api/stock/receipts", delivery)).body();
      String label = receipt.path("bottles").get(0).asText();
      assertEquals("receipt-known", pharmacist.post("/api/stock/receipts", delivery).code());
      assertEquals("not-your-function", rig.lan.get("/api/stock/receipts").code());
      assertEquals(
          "Người Giao Hàng",
          pharmacist
              .get("/api/stock/receipts")
              .body()
              .path("found")
              .get(0)
              .path("deliverer")
              .asText());
      for (String form : List.of("png", "zpl", "escpos")) {
        Screen.Answer picture = rig.lan.get("/api/stock/bottles/" + label + "/label/" + form);
        assertEquals(200, picture.status());
      }
      assertTrue(
          rig.lan.get("/api/stock/bottles/" + label + "/label/zpl").text().startsWith("^XA"));
      assertEquals("unknown-bottle", rig.lan.get("/api/stock/bottles/B-00/label/png").code());

      Map<String, Object> one = Map.of("bottle", label.toLowerCase(Locale.ROOT));
      LineRig.expect(pharmacist.post("/api/stock/moves", move("ISSUE", one)));
      assertEquals(
          "second-signature-needed", rig.lan.post("/api/stock/moves", move("OPEN", one)).code());
      Screen.Answer signed =
          rig.lan.post(
              "/api/stock/moves/signature",
              move("OPEN", one, "login", "mai", "password", LineRig.PASSWORD));
      String second = LineRig.expect(signed).body().path("signature").asText();
      LineRig.expect(rig.lan.post("/api/stock/moves", move("OPEN", one, "second", second)));
      Map<String, Object> on = Map.of("bottle", label, "station", "s1", "grossMicrograms", FULL);
      Screen.Answer mounted = rig.lan.post("/api/stock/moves", move("MOUNT", on));
      assertEquals(200, mounted.status(), mounted.text());
      rig.drink("s1", rig.measured("s1", 1));
      JsonNode bottle = rig.lan.get("/api/stock/bottles").body().path("found").get(0);
      assertEquals("MOUNTED", bottle.path("state").asText());
      assertTrue(bottle.path("volumeMicrolitres").asLong() < 1_000_000, "it was poured from it");
      assertEquals(
          "L-9",
          rig.lan.get("/api/stock/batches").body().path("found").get(0).path("batch").asText());
      assertTrue(!rig.lan.get("/api/stock/accounts").body().path("found").isEmpty());
      assertEquals(1, rig.lan.get("/api/stock/products").body().path("found").size());
      Screen.Answer broken =
          rig.lan.post("/api/stock/moves", move("BREAK", Map.of("bottle", label)));
      assertEquals(200, broken.status(), broken.text());
      bottle = rig.lan.get("/api/stock/bottles").body().path("found").get(0);
      assertTrue(bottle.path("paperOwed").asBoolean());
      rig.verified();
    } finally {
      rig.close();
    }
  }
}

package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of the stock on the whole line: custody, blind count, close, opening check. */
class StockDayIT {

  private static final long FULL = 1_142_000_000L;
  private static final long EMPTY = 92_000_000L;

  private static Map<String, Object> with(Map<String, ?> body, Object... more) {
    Map<String, Object> all = new HashMap<>(body);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }

  /** The pharmacist signs exactly what the dispenser then does. */
  private static Screen.Answer both(LineRig rig, String path, Map<String, ?> body)
      throws Exception {
    Screen.Answer signed =
        rig.lan.post(path + "/signature", with(body, "login", "mai", "password", LineRig.PASSWORD));
    String second = LineRig.expect(signed).body().path("signature").asText();
    return rig.lan.post(path, with(body, "second", second));
  }

  private static String mounted(LineRig rig, Screen pharmacist, String today) throws Exception {
    LineRig.expect(
        pharmacist.post(
            "/api/stock/products",
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
                EMPTY,
                "colour",
                "cam trong")));
    Map<String, Object> line =
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
            2,
            "containers",
            2);
    Map<String, Object> delivery =
        Map.of(
            "ours", "GN-1",
            "supplier", "HD-1",
            "authority", "QD-1",
            "deliverer", "Người Giao Hàng",
            "lines", List.of(line));
    JsonNode receipt = LineRig.expect(pharmacist.post("/api/stock/receipts", delivery)).body();
    String label = receipt.path("bottles").get(0).asText();
    Map<String, Object> one = Map.of("bottle", label);
    LineRig.expect(
        pharmacist.post("/api/stock/moves", Map.of("act", "ISSUE", "bottles", List.of(one))));
    LineRig.expect(both(rig, "/api/stock/moves", Map.of("act", "OPEN", "bottles", List.of(one))));
    LineRig.expect(
        rig.lan.post(
            "/api/stock/moves",
            Map.of(
                "act",
                "MOUNT",
                "bottles",
                List.of(with(one, "station", "s1", "grossMicrograms", FULL)))));
    return label;
  }

  private static JsonNode bottle(LineRig rig) throws Exception {
    return rig.lan.get("/api/stock/bottles").body().path("found").get(0);
  }

  /** What stands, of which kind; each with what to do in both languages, and nobody's name. */
  private static List<String> notices(LineRig rig) throws Exception {
    Screen.Answer answer = LineRig.expect(rig.lan.get("/api/notices"));
    assertFalse(answer.text().contains("P-"), "no patient");
    List<String> kinds = new ArrayList<>();
    for (JsonNode notice : answer.body().path("found")) {
      assertTrue(List.of("high", "medium", "low").contains(notice.path("level").asText()));
      assertFalse(notice.path("wayOn").asText().isEmpty());
      assertFalse(notice.path("vietnamese").path("wayOn").asText().isEmpty());
      kinds.add(notice.path("kind").asText());
    }
    return kinds;
  }

  /** Weights are right, closed containers are numbered right. */
  private static Map<String, Object> counts(JsonNode scope, long gross) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (JsonNode place : scope.path("places")) {
      Map<String, Object> one = new HashMap<>();
      for (String name : List.of("kind", "of", "batch")) {
        one.put(name, place.path(name).asText());
      }
      switch (place.path("kind").asText()) {
        case "BOTTLE" -> one.put("grossMicrograms", gross);
        case "CLOSED" -> one.put("containers", 1);
        default -> one.put("grossMicrograms", 300_000_000L);
      }
      found.add(one);
    }
    return Map.of(
        "count", scope.path("count").asText(),
        "attempt", scope.path("attempt").asInt(),
        "found", found);
  }

  @Test
  void aDayIsCountedBlindAndClosedAndTheNextOneOpened(@TempDir Path folder) throws Exception {
    LineRig rig = LineRig.start(folder, 20, 60, 2);
    try (Screen pharmacist = rig.screen("mai")) {
      String today = rig.lan.get("/api/profile").body().path("day").asText();
      final String label = mounted(rig, pharmacist, today);
      assertEquals(List.of("HAND_OVER"), notices(rig), "who works there takes the station first");
      Map<String, Object> take = Map.of("station", "s1", "grossMicrograms", FULL);
      LineRig.expect(rig.lan.post("/api/stock/day/hand-over", take));
      rig.drink("s1", rig.measured("s1", 1));
      long volume = bottle(rig).path("volumeMicrolitres").asLong();
      assertTrue(volume > 900_000 && volume < 1_000_000, "poured from: " + volume);
      long gross = EMPTY + volume * 1_050_000 / 1_000;
      JsonNode over =
          LineRig.expect(
                  both(
                      rig,
                      "/api/stock/day/hand-over",
                      Map.of("station", "s1", "grossMicrograms", gross)))
              .body();
      assertEquals(0, over.path("ended").path("differenceMicrolitres").asLong(), over.toString());
      assertEquals(1, over.path("ended").path("exposure").path("doses").asInt());

      JsonNode scope = LineRig.expect(rig.lan.post("/api/stock/day/counts", Map.of())).body();
      assertFalse(scope.toString().contains(Long.toString(volume)), "the book is not told");
      assertFalse(bottle(rig).has("volumeMicrolitres"));
      assertEquals("count-under-way", rig.lan.get("/api/stock/accounts").code());
      assertFalse(rig.lan.get("/api/stock/day").text().contains(Long.toString(volume)));
      String results = "/api/stock/day/results/" + today + "/" + today;
      assertEquals("count-under-way", rig.lan.get(results).code());
      String differences = "/api/stock/day/differences/" + today + "/" + today;
      assertEquals("count-under-way", rig.lan.get(differences).code());
      assertEquals(
          "sheet-while-counting",
          pharmacist.get("/api/sheets/stock-report/month/" + today + "/vi/pdf").code());
      Map<String, Object> wrong = counts(scope, gross - 42_000_000);
      assertEquals(
          "second-signature-needed", rig.lan.post("/api/stock/day/counts/found", wrong).code());
      JsonNode first = LineRig.expect(both(rig, "/api/stock/day/counts/found", wrong)).body();
      assertTrue(first.path("lines").get(0).path("beyond").asBoolean(), first.toString());
      assertEquals(-40_000, first.path("lines").get(0).path("differenceMicrolitres").asLong());
      assertEquals(
          List.of("HAND_OVER", "COUNT_BEYOND"), notices(rig), "the pharmacist answers for s1 now");
      Map<String, Object> book =
          Map.of("count", scope.path("count").asText(), "reasons", List.of());
      assertEquals(
          "count-reason-missing", rig.lan.post("/api/stock/day/counts/booked", book).code());
      Map<String, Object> named = Map.of("count", scope.path("count").asText());
      JsonNode again = LineRig.expect(rig.lan.post("/api/stock/day/counts/again", named)).body();
      JsonNode second =
          LineRig.expect(both(rig, "/api/stock/day/counts/found", counts(again, gross))).body();
      assertFalse(second.path("lines").get(0).path("beyond").asBoolean(), second.toString());
      Map<String, Object> close = Map.of("day", today, "seal", "N-1", "storeTenths", 285);
      assertEquals("day-not-counted", rig.lan.post("/api/stock/day/closes", close).code());
      LineRig.expect(rig.lan.post("/api/stock/day/counts/booked", book));
      assertEquals(label, rig.lan.get(results).body().path("found").get(0).path("of").asText());
      JsonNode judged = LineRig.expect(rig.lan.get(differences)).body();
      assertEquals(today, judged.path("days").get(0).path("day").asText());
      assertEquals("WITHIN", judged.path("days").get(0).path("step").asText());
      assertFalse(judged.path("drift").path("beyond").asBoolean());
      Map<String, Object> explained =
          Map.of("alarm", "da-none", "reason", "OTHER", "words", "in words");
      String explain = "/api/stock/day/differences/explained";
      assertEquals("not-your-function", rig.lan.post(explain, explained).code());
      assertEquals("unknown-difference", pharmacist.post(explain, explained).code());
      assertEquals("close-with-list", rig.lan.post("/api/closings", Map.of("day", today)).code());
      assertEquals(List.of("HAND_OVER"), notices(rig), "a booked count ended the period");
      JsonNode frozen = LineRig.expect(rig.lan.post("/api/stock/day/closes", close)).body();
      assertEquals(1, frozen.path("number").asInt());
      for (String sheet :
          List.of(
              "day-sheet/day",
              "urgent-report/day",
              "stock-report/quarter-15",
              "stock-card/month")) {
        for (String form : List.of("vi/pdf", "en/xlsx")) {
          Screen.Answer file = pharmacist.get("/api/sheets/" + sheet + "/" + today + "/" + form);
          assertEquals(200, file.status(), sheet);
          assertTrue(file.text().startsWith(form.endsWith("pdf") ? "%PDF" : "PK"), sheet);
        }
        assertEquals(
            "not-your-function",
            rig.lan.get("/api/sheets/" + sheet + "/" + today + "/vi/pdf").code());
      }
      String log = "/api/sheets/dispensing-log/day/" + today + "/en/pdf";
      assertTrue(rig.lan.get(log).text().startsWith("%PDF"));
      JsonNode sheets = rig.lan.get("/api/sheets").body();
      assertEquals(5, sheets.path("found").size());
      assertEquals("stock-report", sheets.path("due").get(0).path("sheet").asText());
      String pack = "/api/inspection/month/" + today + "/vi";
      assertEquals("not-your-function", rig.lan.get(pack).code());
      assertTrue(pharmacist.get(pack).text().startsWith("PK"), "after the close of the day");
      JsonNode page = rig.lan.get("/api/stock/day/closes/" + today).body();
      assertEquals("N-1", page.path("closes").get(0).path("list").path("seal").asText());
      Map<String, Object> weighed = Map.of("bottle", label, "grossMicrograms", gross);
      Map<String, Object> looked =
          Map.of(
              "seal",
              "UNBROKEN",
              "number",
              "N-1",
              "bottles",
              List.of(weighed),
              "stations",
              List.of(
                  Map.of(
                      "station",
                      "s1",
                      "pump",
                      "P-1",
                      "scale",
                      "S-1",
                      "nominalMicrograms",
                      20_000_000,
                      "readMicrograms",
                      20_010_000,
                      "pumpPassed",
                      true)));
      JsonNode check = LineRig.expect(rig.lan.post("/api/stock/day/opening", looked)).body();
      assertTrue(check.path("fits").asBoolean(), check.toString());
      Map<String, Object> adjust =
          Map.of(
              "act", "REVERSED",
              "count", "none",
              "kind", "BOTTLE",
              "of", label,
              "batch", "L-9",
              "reason", "MEASURED_WRONG",
              "words", "đọc nhầm");
      assertEquals("not-your-function", rig.lan.post("/api/stock/day/adjustments", adjust).code());
      assertEquals("unknown-count", pharmacist.post("/api/stock/day/adjustments", adjust).code());
      LineRig.expect(
          rig.lan.post(
              "/api/stock/day/adjustments/signature",
              with(adjust, "login", "mai", "password", LineRig.PASSWORD)));
      LineRig.expect(
          rig.lan.post(
              "/api/stock/day/counts/booked/signature",
              with(book, "login", "mai", "password", LineRig.PASSWORD)));
      rig.verified();
    } finally {
      rig.close();
    }
  }
}

package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clinic.mmt.dispenser.app.site.SiteKey;
import clinic.mmt.dispenser.store.DataFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R-132 on two whole lines with two data folders: a treatment site and a site that only dispenses,
 * which know each other by their keys alone and exchange nothing but files.
 */
class PacksIT {

  private final String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();

  private static String key(Path folder) throws Exception {
    try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
      return SiteKey.of(data.siteKey()).publicText();
    }
  }

  private static String config(Path folder, String site, String other, String key) {
    return LineRig.config(folder, 20, 60, "training").replace("id: line-test", site)
        + "sites:\n  %s: {key: \"%s\"}\n".formatted(other, key);
  }

  private static String eligibility(LineRig rig, String patient) throws Exception {
    JsonNode body = rig.lan.post("/api/eligibility", Map.of("patient", patient)).body();
    JsonNode first = body.path("reasons").get(0);
    return first == null ? body.path("code").asText() : first.path("code").asText();
  }

  private static String altered(String pack) {
    int place = pack.length() - 30;
    char other = pack.charAt(place) == 'A' ? 'B' : 'A';
    return pack.substring(0, place) + other + pack.substring(place + 1);
  }

  private static List<String> whats(Screen.Answer report) {
    List<String> whats = new ArrayList<>();
    report.body().path("lines").forEach(line -> whats.add(line.path("what").asText()));
    return whats;
  }

  @Test
  void ordersGoOutAsAFileAndDosesComeHomeAsOne(@TempDir Path home, @TempDir Path away)
      throws Exception {
    String homeKey = key(home);
    String awayKey = key(away);
    LineRig a = LineRig.start(home, config(home, "id: clinic-a", "clinic-b", awayKey), 20, 2);
    try (Screen doctor = a.screen("khoa")) {
      String patient = MovementsIT.patient(doctor, "Canaryname1");
      LineRig.expect(
          doctor.post(
              "/api/site-moves", Map.of("patient", patient, "day", today, "site", "clinic-b")));
      assertEquals("assigned-elsewhere", eligibility(a, patient));
      assertEquals(
          "not-your-function", a.lan.post("/api/order-packs", Map.of("site", "clinic-b")).code());
      JsonNode written =
          LineRig.expect(doctor.post("/api/order-packs", Map.of("site", "clinic-b"))).body();
      assertEquals(1, written.path("count").asInt());
      assertEquals("orders-clinic-a-clinic-b-1.mmtpack", written.path("name").asText());
      String orders = written.path("pack").asText();
      assertFalse(orders.contains("Canary") || orders.contains(patient), "nobody in clear");
      String doses = dispensed(away, homeKey, patient, orders);
      assertEquals(
          "pack-altered", a.lan.post("/api/dose-packs/taken", pack(altered(doses))).code());
      Screen.Answer looked =
          LineRig.expect(
              a.lan.post("/api/dose-packs/taken", Map.of("pack", doses, "dryRun", true)));
      assertFalse(looked.body().path("taken").asBoolean());
      assertEquals(List.of("taken"), whats(looked));
      LineRig.expect(a.lan.post("/api/dose-packs/taken", pack(doses)));
      assertEquals("pack-taken", a.lan.post("/api/dose-packs/taken", pack(doses)).code());
      LineRig.expect(
          doctor.post(
              "/api/site-moves", Map.of("patient", patient, "day", today, "site", "clinic-a")));
      assertEquals("already-dosed", eligibility(a, patient), "home knows the dose of today");
      assertEquals(0, a.lan.get("/api/packs").body().path("open").size(), "all of it fits");
      a.verified();
    } finally {
      a.close();
    }
  }

  private static Map<String, Object> pack(String text) {
    return Map.of("pack", text);
  }

  /** The other site: takes the orders in, gives the dose, writes it out. */
  private String dispensed(Path away, String homeKey, String patient, String orders)
      throws Exception {
    String site = "id: clinic-b, type: dispensing";
    LineRig b = LineRig.start(away, config(away, site, "clinic-a", homeKey), 20, 2);
    try (Screen pharmacist = b.screen("mai")) {
      assertEquals(
          "not-at-this-site",
          pharmacist.post("/api/order-packs", Map.of("site", "clinic-a")).code());
      assertEquals(
          "pack-altered", b.lan.post("/api/order-packs/taken", pack(altered(orders))).code());
      assertEquals("no-pack", b.lan.post("/api/dose-packs/taken", pack(orders)).code());
      assertEquals(0, b.lan.get("/api/packs").body().path("orders").size(), "nothing so far");
      Screen.Answer taken = LineRig.expect(b.lan.post("/api/order-packs/taken", pack(orders)));
      assertEquals(List.of("new", "orders"), whats(taken));
      assertEquals("pack-taken", b.lan.post("/api/order-packs/taken", pack(orders)).code());
      JsonNode stand = b.lan.get("/api/packs").body().path("orders").get(0);
      assertEquals("clinic-a", stand.path("site").asText());
      assertEquals(0, stand.path("hours").asInt(-1));
      assertFalse(stand.path("old").asBoolean());
      assertEquals("entitled", eligibility(b, patient));
      drunk(b, pharmacist, patient);
      assertEquals("already-dosed", eligibility(b, patient));
      JsonNode written =
          LineRig.expect(b.lan.post("/api/dose-packs", Map.of("site", "clinic-a"))).body();
      assertEquals(1, written.path("count").asInt(), "only the other site's patients");
      b.verified();
      return written.path("pack").asText();
    } finally {
      b.close();
    }
  }

  /** By a card of this site; no finger is enrolled here, so two of the staff know the person. */
  private static void drunk(LineRig b, Screen pharmacist, String patient) throws Exception {
    LineRig.expect(
        b.lan.post(
            "/api/finger-consents",
            Map.of("patient", patient, "answer", "REFUSED", "form", "2026-01")));
    String card =
        LineRig.expect(pharmacist.post("/api/cards", Map.of("patient", patient)))
            .body()
            .path("payload")
            .asText();
    b.sim.clear("s1");
    b.sim.code("s1", card);
    b.lan.await("s1", "the card", s -> s.path("stage").asText().equals("no-read"));
    Map<String, Object> who = Map.of("login", "binh", "password", LineRig.PASSWORD);
    String second =
        LineRig.expect(b.lan.post("/api/stations/s1/identity-signature", who))
            .body()
            .path("signature")
            .asText();
    LineRig.expect(
        b.lan.post(
            "/api/stations/s1/resolve-identity",
            Map.of("second", second, "why", "DRY", "besides", "SPOKEN_FACT")));
    b.lan.awaitPhase("s1", "REVIEWING");
    b.sim.cup("s1", "put");
    JsonNode ready = b.lan.await("s1", "a tared cup", s -> s.path("ready").asBoolean());
    String visit = ready.path("dose").path("visit").asText();
    assertEquals("Canaryname1", ready.path("dose").path("person").path("familyName").asText());
    LineRig.expect(b.step(visit, "pour", Map.of("attestation", "đúng người")));
    b.lan.awaitPhase("s1", "MEASURED");
    b.drink("s1", visit);
  }
}

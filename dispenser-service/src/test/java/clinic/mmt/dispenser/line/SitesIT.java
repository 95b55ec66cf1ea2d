package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.site.SiteKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers and guest letters on the whole line. */
class SitesIT {

  private final String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();

  private static String eligibility(LineRig rig, String patient) throws Exception {
    JsonNode body = rig.lan.post("/api/eligibility", Map.of("patient", patient)).body();
    return body.path("reasons").get(0).path("code").asText();
  }

  @Test
  void aTransferOutHasALetterAndATransferInADose(@TempDir Path folder) throws Exception {
    LineRig rig = LineRig.start(folder, 20, 60, 2);
    try (Screen doctor = rig.screen("khoa")) {
      JsonNode site = rig.lan.get("/api/site").body();
      assertEquals("treatment", site.path("type").asText());
      assertTrue(site.path("key").asText().startsWith("MCow"), "an Ed25519 key");
      String patient = MovementsIT.patient(doctor, "Canaryname1");
      Map<String, Object> out = Map.of("patient", patient, "day", today, "receiver", "Cơ sở <B>");
      assertEquals("not-your-function", rig.lan.post("/api/transfers-out", out).code());
      String movement =
          LineRig.expect(doctor.post("/api/transfers-out", out)).body().path("movement").asText();
      assertEquals("left-care", eligibility(rig, patient));
      String page = doctor.get("/api/transfers/" + movement).text();
      assertTrue(page.contains("Cơ sở &lt;B&gt;") && page.contains("Canaryname1"), page);
      Map<String, Object> last =
          Map.of(
              "day",
              today,
              "doseMicrograms",
              60_000,
              "microgramsPerMillilitre",
              10_000,
              "by",
              "bs. Bịa",
              "how",
              "gọi 8:10",
              "readBack",
              true);
      LineRig.expect(
          doctor.post(
              "/api/transfers-in",
              Map.of("patient", patient, "day", today, "from", "B", "lastDose", last)));
      assertEquals("already-dosed", eligibility(rig, patient), "dosed there today");
      rig.verified();
    } finally {
      rig.close();
    }
  }

  @Test
  void aGuestLetterBlocksHomeAndIsPrintedWithItsCode(@TempDir Path folder) throws Exception {
    String sites =
        "sites:\n  clinic-b: {key: \"%s\"}\n".formatted(SiteKey.of(new byte[32]).publicText());
    String config = LineRig.config(folder, 20, 60, "training") + sites;
    LineRig rig = LineRig.start(folder, config, 20, 2);
    try (Screen doctor = rig.screen("khoa")) {
      assertEquals("clinic-b", rig.lan.get("/api/site").body().path("sites").get(0).asText());
      String patient = MovementsIT.patient(doctor, "Canaryname1");
      Map<String, Object> wish =
          Map.of("patient", patient, "site", "clinic-b", "from", today, "to", today);
      assertEquals("not-your-function", rig.lan.post("/api/guest-letters", wish).code());
      String letter =
          LineRig.expect(doctor.post("/api/guest-letters", wish)).body().path("letter").asText();
      assertEquals("guest-elsewhere", eligibility(rig, patient));
      Screen.Answer page = doctor.get("/api/guest-letters/" + letter);
      assertEquals(200, page.status());
      assertTrue(page.text().contains("<svg ") && page.text().contains("Canaryname1"));
      assertTrue(page.text().contains("clinic-b"));
      rig.verified();
    } finally {
      rig.close();
    }
  }

  @Test
  void aGuestLetterNamesASiteThatIsKnown(@TempDir Path folder) throws Exception {
    LineRig rig = LineRig.start(folder, 20, 60, 2);
    try (Screen doctor = rig.screen("khoa")) {
      String patient = MovementsIT.patient(doctor, "Canaryname1");
      assertEquals(
          "unknown-site",
          doctor
              .post(
                  "/api/guest-letters",
                  Map.of("patient", patient, "site", "clinic-b", "from", today, "to", today))
              .code());
      assertEquals("no-such-guest-letter", doctor.get("/api/guest-letters/none").code());
      assertEquals(
          "no-such-guest-letter",
          doctor.post("/api/guest-letters/end", Map.of("letter", "none", "reason", "x")).code());
      assertEquals(
          "no-guest-letter",
          doctor.post("/api/guests", Map.of("patient", patient, "letter", "MC1.x.y")).code());
    } finally {
      rig.close();
    }
  }
}

package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.Until;
import clinic.mmt.dispenser.store.JournalVerifier;
import clinic.mmt.dispenser.store.OutsideCheckpoints;
import clinic.mmt.dispenser.store.VerifyOptions;
import clinic.mmt.dispenser.store.VerifyReport;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Following up, after-care and what reports ask, over HTTP with people in the lists. */
class RecordsIT {

  @TempDir private static Path folder = Path.of("");
  private static LineRig rig;
  private static Screen admin;
  private static Screen doctor;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 60, 1);
    admin = rig.screen("quan");
    doctor = rig.screen("khoa");
  }

  @AfterAll
  static void end() throws Exception {
    rig.verified();
    admin.close();
    doctor.close();
    rig.close();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  /** Somebody whose last dose was so many days ago, and who has no order. */
  private static String away(int n, int days) throws Exception {
    Map<String, Object> body = new HashMap<>();
    body.put("familyName", "Canaryaway" + n);
    body.put("givenName", "Testgiven");
    body.put("birthYear", 1980);
    body.put("cards", List.of(LineRig.card(n)));
    body.put("sex", "FEMALE");
    body.put("commune", "00000001");
    body.put(
        "admission",
        Map.of("source", "DETOX_CENTRE", "day", today().minusDays(days + 100L).toString()));
    String patient =
        LineRig.expect(admin.post("/api/patients", body)).body().path("patient").asText();
    Map<String, Object> dose = new HashMap<>();
    dose.put("patient", patient);
    dose.put("day", today().minusDays(days).toString());
    dose.put("doseMicrograms", 50_000);
    dose.put("kind", "GUEST");
    dose.put("confirmed", true);
    dose.put("by", "the other clinic");
    dose.put("how", "by telephone, read back");
    LineRig.expect(doctor.post("/api/outside-doses", dose));
    return patient;
  }

  private static JsonNode of(String list, String patient) throws Exception {
    for (JsonNode one : LineRig.expect(rig.lan.get("/api/" + list)).body().findPath(key(list))) {
      if (one.path("patient").asText().equals(patient)) {
        return one;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private static String key(String list) {
    return switch (list) {
      case "follow-up" -> "followUp";
      case "drop-outs" -> "dropOuts";
      default -> "afterCare";
    };
  }

  private static Screen.Answer posted(Screen by, String to, Object... pairs) throws Exception {
    Map<String, Object> body = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      body.put((String) pairs[i], pairs[i + 1]);
    }
    return by.post("/api/" + to, body);
  }

  /** on both lists by name, with who tried; off both by a decision. */
  @Test
  void whoStaysAwayIsListedWithTheAttemptsUntilADoctorDecides() throws Exception {
    String few = away(11, 5);
    String month = away(12, 40);
    assertEquals(4, of("follow-up", few).path("missedDays").asInt());
    assertEquals("Canaryaway11", of("follow-up", few).path("familyName").asText());
    assertFalse(of("follow-up", few).path("orderHolds").asBoolean());
    assertTrue(of("drop-outs", few).isMissingNode(), "the control: not away so long");
    assertEquals(39, of("drop-outs", month).path("missedDays").asInt());
    assertEquals("Canaryaway12", of("drop-outs", month).path("familyName").asText());
    String day = today().toString();
    assertEquals(
        "contact-needs-words",
        posted(
                rig.lan,
                "contact-attempts",
                "patient",
                few,
                "day",
                day,
                "how",
                "OTHER",
                "reached",
                false)
            .code());
    LineRig.expect(
        posted(
            rig.lan,
            "contact-attempts",
            "patient",
            few,
            "day",
            day,
            "how",
            "VISIT",
            "reached",
            false,
            "words",
            "không có nhà"));
    JsonNode attempt = of("follow-up", few).path("attempts").path(0);
    assertEquals("VISIT", attempt.path("how").asText());
    assertEquals("không có nhà", attempt.path("words").asText());
    assertEquals(39, of("follow-up", month).path("missedDays").asInt());
    LineRig.expect(posted(doctor, "drop-outs/goes-on", "patient", month, "reason", "nằm viện"));
    assertTrue(of("drop-outs", month).isMissingNode());
    assertTrue(of("follow-up", month).isMissingNode());
    LineRig.expect(posted(doctor, "leavings", "patient", few, "day", day, "why", "TRANSFERRED"));
    assertTrue(of("follow-up", few).isMissingNode());
  }

  /** */
  @Test
  void completedTreatmentIsHandedOverToTheEnd() throws Exception {
    String patient = away(13, 20);
    String day = today().toString();
    String leaving =
        LineRig.expect(
                posted(
                    doctor,
                    "leavings",
                    "patient",
                    patient,
                    "day",
                    today().minusDays(15).toString(),
                    "why",
                    "COMPLETED"))
            .body()
            .path("movement")
            .asText();
    assertTrue(of("after-care", patient).path("overdue").asBoolean());
    assertEquals(leaving, of("after-care", patient).path("leaving").asText());
    assertEquals(
        "not-your-function",
        posted(rig.lan, "after-care/sent", "leaving", leaving, "day", day).code());
    assertEquals(
        "hand-over-not-decided",
        posted(doctor, "after-care/sent", "leaving", leaving, "day", day).code());
    LineRig.expect(
        posted(
            doctor,
            "after-care/decisions",
            "leaving",
            leaving,
            "number",
            "QĐ 9",
            "day",
            day,
            "receiver",
            "Xã 1"));
    JsonNode decided = of("after-care", patient);
    assertEquals("QĐ 9", decided.path("number").asText());
    assertEquals("Xã 1", decided.path("receiver").asText());
    assertFalse(decided.path("overdue").asBoolean());
    LineRig.expect(posted(doctor, "after-care/sent", "leaving", leaving, "day", day));
    assertEquals(day, of("after-care", patient).path("sent").asText());
    LineRig.expect(
        posted(
            doctor,
            "after-care/acknowledgements",
            "leaving",
            leaving,
            "day",
            day,
            "by",
            "trạm y tế"));
    assertTrue(of("after-care", patient).isMissingNode());
  }

  /** Section 8 of clinical safety: from the first patient, with the day of each change. */
  @Test
  void whatReportsAskIsRecordedFromTheRegistrationOn() throws Exception {
    String patient = away(14, 10);
    JsonNode moved = LineRig.expect(posted(doctor, "movements", "patient", patient)).body();
    assertEquals("DETOX_CENTRE", moved.path("movements").path(0).path("source").asText());
    String day = today().toString();
    LineRig.expect(
        posted(admin, "residences", "patient", patient, "from", day, "commune", "00000002"));
    LineRig.expect(posted(doctor, "sex", "patient", patient, "sex", "MALE"));
    JsonNode records = LineRig.expect(posted(rig.lan, "records", "patient", patient)).body();
    assertEquals("MALE", records.path("sex").asText());
    assertEquals(2, records.path("residences").size());
    assertEquals("00000002", records.path("residences").path(1).path("commune").asText());
    assertEquals(
        400, posted(admin, "residences", "patient", patient, "from", day, "commune", "1").status());
    String test =
        LineRig.expect(
                posted(
                    rig.lan,
                    "urine-tests",
                    "patient",
                    patient,
                    "day",
                    day,
                    "found",
                    Map.of("OPIATES", "POSITIVE", "METHADONE", "POSITIVE")))
            .body()
            .path("test")
            .asText();
    LineRig.expect(
        posted(
            rig.lan,
            "urine-tests",
            "patient",
            patient,
            "day",
            day,
            "found",
            Map.of("OPIATES", "NEGATIVE"),
            "corrects",
            test));
    assertEquals(
        "no-such-test",
        posted(
                rig.lan,
                "urine-tests",
                "patient",
                away(15, 1),
                "day",
                day,
                "found",
                Map.of("OPIATES", "NEGATIVE"),
                "corrects",
                test)
            .code());
    assertEquals("not-your-function", posted(rig.lan, "urine-tests/of", "patient", patient).code());
    JsonNode tests =
        LineRig.expect(posted(doctor, "urine-tests/of", "patient", patient)).body().path("tests");
    assertEquals(1, tests.size());
    assertEquals("{\"OPIATES\":\"NEGATIVE\"}", tests.path(0).path("found").toString());
    assertEquals(
        "not-your-function",
        posted(doctor, "quotas", "site", "site 1", "from", day, "patients", 250, "source", "QĐ 1")
            .code());
    LineRig.expect(
        posted(admin, "quotas", "site", "site 1", "from", day, "patients", 250, "source", "QĐ 1"));
    JsonNode quotas = LineRig.expect(rig.lan.get("/api/quotas")).body().path("quotas");
    assertEquals(250, quotas.path(0).path("patients").asInt());
    assertEquals("QĐ 1", quotas.path(0).path("source").asText());
  }

  /** R-117, H60. */
  @Test
  void theDayIsClosedAndTheClockIsTold() throws Exception {
    JsonNode clock = LineRig.expect(rig.lan.get("/api/clock")).body();
    assertEquals(today().toString(), clock.path("day").asText());
    assertTrue(clock.path("doubt").isMissingNode());
    LineRig.expect(posted(rig.lan, "day/held", "day", today().toString()));
    assertEquals(
        "day-to-come", posted(rig.lan, "closings", "day", today().plusDays(1).toString()).code());
    String yesterday = today().minusDays(1).toString();
    JsonNode closed = LineRig.expect(posted(rig.lan, "closings", "day", yesterday)).body();
    assertFalse(closed.path("by").asText().isEmpty());
    signed();
  }

  /** H67, H69: what was written until the close is signed, on paper and beside the ledger. */
  private void signed() throws Exception {
    Path file = rig.folder().resolve("data/checkpoints.txt");
    Until.holds(
        "the checkpoint of the close",
        () -> Files.exists(file) && OutsideCheckpoints.read(file).checkpoints().size() >= 2);
    OutsideCheckpoints kept = OutsideCheckpoints.read(file);
    assertEquals(1, kept.keys().size());
    String page = LineRig.expect(rig.lan.get("/api/checkpoint")).text();
    assertTrue(page.contains(kept.checkpoints().getLast().line()), page);
    VerifyReport report =
        JournalVerifier.verify(
            rig.folder().resolve("data/ledger.db"), VerifyOptions.ALL.withOutside(kept));
    assertTrue(report.ok(), report.line());
    assertTrue(Files.exists(rig.folder().resolve("data/inspector/checkpoint-key.pem")));
  }
}

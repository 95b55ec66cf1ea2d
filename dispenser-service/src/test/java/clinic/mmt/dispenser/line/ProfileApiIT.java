package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule values, certificates and reviews over HTTP, in a running service, and over a restart. */
class ProfileApiIT {

  @TempDir private static Path folder = Path.of("");
  private static LineRig rig;
  private static Screen khoa;
  private static Screen head;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 60, 1);
    khoa = rig.screen("khoa");
    head = rig.screen("quan");
  }

  @AfterAll
  static void end() throws Exception {
    rig.verified();
    rig.close();
  }

  private static Map<String, Object> with(Map<String, ?> body, Object... more) {
    Map<String, Object> all = new HashMap<>(body);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }

  /** The head signs with a password, the doctor is logged in. */
  private static Screen.Answer both(String path, Map<String, ?> body) throws Exception {
    Screen.Answer signature =
        khoa.post(path + "/signature", with(body, "login", "quan", "password", LineRig.PASSWORD));
    assertTrue(signature.good(), signature.text());
    return khoa.post(path, with(body, "signature", signature.body().path("signature").asText()));
  }

  private static LocalDate today() throws Exception {
    return LocalDate.parse(khoa.get("/api/profile").body().path("day").asText());
  }

  private static JsonNode value(JsonNode profile, String key) {
    for (JsonNode value : profile.path("values")) {
      if (value.path("key").asText().equals(key)) {
        return value;
      }
    }
    throw new AssertionError(key);
  }

  @Test
  void valuesAreSignedAndReplacedByTwoAndTheNextRestartKnowsThem() throws Exception {
    JsonNode before = khoa.get("/api/profile").body();
    assertEquals("VN-2024", before.path("profile").asText());
    assertTrue(before.path("draft").asBoolean() && before.path("doses").asBoolean());
    int open = before.path("unsigned").asInt();
    Map<String, Object> one = Map.of("values", List.of(Map.of("key", "ceiling", "text", "200 mg")));
    assertEquals("second-signature-needed", khoa.post("/api/profile/signed", one).code());
    Screen.Answer signed = both("/api/profile/signed", one);
    assertEquals(open - 1, signed.body().path("unsigned").asInt(), signed.text());
    Map<String, Object> change =
        Map.of("key", "first-dose", "text", "15 mg", "from", today().toString(), "reason", "why");
    assertTrue(both("/api/profile/changes", change).good());
    Map<String, Object> wrong = with(change, "text", "15");
    assertEquals("value-not-possible", both("/api/profile/changes", wrong).code());
    rig.kill();
    rig.restart();
    khoa = rig.screen("khoa");
    head = rig.screen("quan");
    JsonNode after = khoa.get("/api/profile").body();
    assertEquals(open - 2, after.path("unsigned").asInt());
    assertEquals("15 mg", value(after, "first-dose").path("text").asText());
    assertFalse(value(after, "ceiling").path("signed").path("head").asText().isEmpty());
    assertFalse(after.path("version").equals(before.path("version")));
    assertEquals("20 mg", after.path("changes").get(0).path("before").asText());
  }

  @Test
  void theListIsAPageForThoseWhoAreLoggedIn() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(rig.http() + "/api/profile/list")).build();
    assertEquals(
        401,
        HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString())
            .statusCode());
    Screen.Answer page = khoa.get("/api/profile/list");
    assertEquals(200, page.status());
    assertTrue(page.text().startsWith("<!doctype html>"), page.text());
    assertTrue(page.text().contains("BẢN NHÁP"), page.text());
  }

  @Test
  void aCertificateIsNotedToldAndExtended() throws Exception {
    String staff = khoa.get("/api/me").body().path("staff").asText();
    Map<String, Object> of = Map.of("staff", staff, "role", "PRESCRIBER");
    Map<String, Object> note = with(of, "label", "CC 1", "until", today().plusDays(10).toString());
    assertEquals("not-your-function", khoa.post("/api/certificates", note).code());
    assertTrue(head.post("/api/certificates", note).good());
    JsonNode listed = khoa.get("/api/certificates").body();
    assertEquals(1, listed.path("told").asInt());
    assertEquals("WARNS", listed.path("certificates").get(0).path("standing").asText());
    Map<String, Object> more =
        with(of, "until", today().plusDays(24).toString(), "reason", "on its way");
    assertTrue(head.post("/api/certificates/extension", more).good());
    assertEquals("extended-before", head.post("/api/certificates/extension", more).code());
  }

  /** Somebody with an order for a first dose. */
  private static String inCare(int card) throws Exception {
    Map<String, Object> person =
        Map.of(
            "familyName",
            "Canary",
            "givenName",
            "New",
            "birthYear",
            1980,
            "cards",
            List.of(LineRig.card(card)));
    String patient =
        LineRig.expect(head.post("/api/patients", person)).body().path("patient").asText();
    Map<String, Object> order =
        Map.of(
            "patient",
            patient,
            "doseMicrograms",
            15_000,
            "firstDay",
            today().toString(),
            "lastDay",
            today().toString());
    LineRig.expect(khoa.post("/api/prescriptions", order));
    return patient;
  }

  /** ordered in one act, shown day by day before anybody signs, and refused in words. */
  @Test
  void aRisingDoseIsOrderedInOneActAndShownDayByDay() throws Exception {
    Map<String, Object> rising =
        Map.of(
            "patient",
            inCare(8),
            "doseMicrograms",
            20_000,
            "firstDay",
            today().toString(),
            "lastDay",
            today().plusDays(6).toString(),
            "stage",
            "INDUCTION",
            "change",
            Map.of("toMicrograms", 35_000, "byMicrograms", 10_000, "everyDays", 3));
    JsonNode days =
        LineRig.expect(khoa.post("/api/prescriptions/preview", rising)).body().path("days");
    List<Integer> milligrams = new ArrayList<>();
    days.forEach(day -> milligrams.add(day.path("doseMicrograms").asInt() / 1000));
    assertEquals(List.of(20, 20, 20, 30, 30, 30, 35), milligrams);
    Map<String, Object> shorter = with(rising, "lastDay", today().plusDays(5).toString());
    assertEquals("schedule-not-possible", khoa.post("/api/prescriptions/preview", shorter).code());
  }

  /** No name in an address: what is looked for is posted, and a record is for who treats. */
  @Test
  void aPatientIsFoundByAFewLettersAndTheRecordIsForWhoTreats() throws Exception {
    String patient = inCare(10);
    Screen lan = rig.screen("lan");
    Screen.Answer found = lan.post("/api/patients/search", Map.of("text", "new CANARY 1980"));
    assertTrue(found.text().contains(patient), found.text());
    assertEquals(
        0, lan.post("/api/patients/search", Map.of("text", "nobody")).body().path("all").asInt(-1));
    assertEquals("search-too-short", lan.post("/api/patients/search", Map.of("text", "c")).code());
    Map<String, Object> of = Map.of("patient", patient);
    assertEquals("not-your-function", lan.post("/api/patients/history", of).code());
    JsonNode record = LineRig.expect(khoa.post("/api/patients/history", of)).body();
    assertEquals(patient, record.path("patient").asText());
    assertEquals(1, record.path("prescriptions").size());
    assertEquals(0, record.path("missed").size(), "no order before today, so no day missed");
  }

  @Test
  void loginNamesAreForAdministratorsAndSoAreFunctions() throws Exception {
    JsonNode forAll = khoa.get("/api/staff").body().path("found");
    assertTrue(forAll.size() > 3 && !forAll.get(0).has("login"), forAll.toString());
    JsonNode forAdmin = head.get("/api/staff").body().path("found");
    assertTrue(forAdmin.get(0).has("login"), forAdmin.toString());
    String me = khoa.get("/api/me").body().path("staff").asText();
    Map<String, Object> none = Map.of("staff", me, "roles", List.of());
    assertEquals("not-your-function", khoa.post("/api/staff/functions", none).code());
  }

  @Test
  void aReviewIsSetListedAndCleared() throws Exception {
    String patient = inCare(9);
    Screen.Answer set =
        khoa.post(
            "/api/reviews",
            Map.of("patient", patient, "from", today().toString(), "reason", "rifampicin"));
    assertTrue(set.good(), set.text());
    String review = set.body().path("review").asText();
    Map<String, Object> of = Map.of("patient", patient);
    assertEquals(
        review,
        khoa.post("/api/reviews/open", of).body().path("reviews").get(0).path("review").asText());
    JsonNode verdict = khoa.post("/api/eligibility", of).body();
    assertEquals("NEEDS_DOCTOR", verdict.path("decision").asText(), verdict.toString());
    assertTrue(
        khoa.post("/api/reviews/clear", with(of, "review", review, "reason", "seen")).good());
    assertEquals("[]", khoa.post("/api/reviews/open", of).body().path("reviews").toString());
  }
}

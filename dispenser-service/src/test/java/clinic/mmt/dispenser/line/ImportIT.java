package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import from the file to the first dose that may be given, over the interface. */
class ImportIT {

  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

  @TempDir private static Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 60, 1);
  }

  @AfterAll
  static void end() throws Exception {
    rig.verified();
    rig.close();
  }

  private String csv() {
    StringBuilder text =
        new StringBuilder(
            "code,family_name,given_name,birth_year,sex,commune,admitted_on,admission_source,phase,"
                + "dose,first_day,last_day,last_dose_day,last_dose,confirmed_by,confirmed_how\n");
    for (int n = 50; n < 53; n++) {
      text.append(
          "%s,Nguyễn,Bịa %s,1980,nam,00000017,%s,transfer,duy trì,%s mg,%s,%s,%s,%s mg,a clinic,read back%n"
              .formatted(
                  LineRig.card(n),
                  "ABC".charAt(n - 50),
                  today.minusDays(90),
                  n == 52 ? 210 : 60,
                  today.minusDays(3),
                  today.plusDays(20),
                  today.minusDays(1),
                  n == 52 ? 210 : 60));
    }
    return text.toString();
  }

  private static Child imports(String name, int code, String... more) throws Exception {
    List<String> words =
        new java.util.ArrayList<>(
            List.of(
                "import",
                folder.resolve("patients.csv").toString(),
                "--config",
                folder.resolve("clinic.yaml").toString()));
    words.addAll(List.of(more));
    Child child = Child.start(folder, name, "clinic.mmt.dispenser.main.Main", words);
    assertEquals(code, child.exit(60), child.said() + child.complained());
    return child;
  }

  private static String lastLine(Child child) throws Exception {
    return child.said().lines().reduce("", (a, b) -> b);
  }

  private static HttpResponse<String> page(Screen screen, String path) throws Exception {
    String token =
        LineRig.expect(
                screen.post("/api/login", Map.of("login", "khoa", "password", LineRig.PASSWORD)))
            .body()
            .path("token")
            .asText();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(rig.http() + path))
                .header("authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void fromTheFileToTheSignedList() throws Exception {
    Files.writeString(folder.resolve("patients.csv"), csv());
    imports("running", 3, "--apply");
    rig.service().term();
    assertEquals(0, rig.service().exit(20));
    String check =
        lastLine(imports("dry", 0, "--dry-run")).replaceAll(".* check ([0-9a-f]{8}) .*", "$1");
    String imported =
        lastLine(imports("apply", 0, "--apply", "--outliers-read", check))
            .replaceAll(".* imported ", "");
    rig.restart();

    Screen doctor = rig.screen("khoa");
    JsonNode imports = LineRig.expect(doctor.get("/api/imports")).body().path("imports");
    assertEquals(imported, imports.get(0).path("import").asText());
    assertFalse(imports.get(0).path("signed").asBoolean());
    String at = "/api/imports/" + imported;
    assertEquals("not-your-function", rig.lan.get(at).code());
    JsonNode list = LineRig.expect(doctor.get(at)).body();
    String patient = list.path("rows").get(0).path("patient").asText();
    Screen.Answer refused = doctor.post("/api/eligibility", Map.of("patient", patient));
    assertEquals("imported-not-signed", refused.code());
    assertFalse(refused.body().path("vietnamese").path("liftedBy").asText().isEmpty());

    String digest = list.path("digest").asText();
    HttpResponse<String> paper = page(doctor, at + "/page");
    assertEquals(200, paper.statusCode());
    assertTrue(paper.body().contains(digest) && paper.body().contains("Nguyễn Bịa A"));
    assertTrue(
        paper
            .headers()
            .firstValue("content-security-policy")
            .orElse("")
            .matches("default-src 'none'; style-src 'sha256-[^']+'.*"));

    assertEquals("list-over-limits", doctor.post(at + "/sign", Map.of("digest", digest)).code());
    String wrong = "0".repeat(64);
    assertEquals("list-changed", doctor.post(at + "/sign", Map.of("digest", wrong)).code());
    String second =
        LineRig.expect(
                doctor.post(
                    at + "/signature",
                    Map.of("digest", digest, "login", "mai", "password", LineRig.PASSWORD)))
            .body()
            .path("signature")
            .asText();
    LineRig.expect(doctor.post(at + "/sign", Map.of("digest", digest, "signature", second)));
    for (JsonNode row : list.path("rows")) {
      JsonNode verdict =
          LineRig.expect(
                  doctor.post("/api/eligibility", Map.of("patient", row.path("patient").asText())))
              .body();
      assertEquals("DISPENSE", verdict.path("decision").asText(), verdict.toString());
    }
    assertEquals(
        "nothing-imported-waits",
        doctor
            .post("/api/imported/strike", Map.of("patient", patient, "reason", "too late"))
            .code());
  }
}

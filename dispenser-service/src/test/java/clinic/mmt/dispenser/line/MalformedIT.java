package clinic.mmt.dispenser.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are none: a 4xx with code and text, no stack trace, and the service stays up. */
class MalformedIT {

  private static final String JSON = "application/json";
  private static final String STEP = "/api/visits/v1/pour";

  @TempDir private static Path folder = Path.of("");
  private static LineRig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = LineRig.start(folder, 20, 20, 1);
  }

  @AfterAll
  static void end() throws Exception {
    String log = rig.service().complained();
    assertFalse(log.contains(" ERROR "), log);
    assertFalse(log.contains("\tat "), log);
    assertTrue(rig.lan.get("/api/me").good(), "the control: the service is up");
    rig.close();
  }

  private static void refused(Screen.Answer answer) {
    assertTrue(answer.status() >= 400 && answer.status() < 500, answer.status() + answer.text());
    assertFalse(answer.code().isEmpty(), answer.status() + " without a code: " + answer.text());
    assertFalse(answer.body().path("text").asText().isEmpty(), answer.text());
    assertFalse(answer.text().contains("\tat ") || answer.text().contains("java."), answer.text());
  }

  private static Screen.Answer send(String path, String body) throws Exception {
    return rig.lan.raw(path, body.getBytes(StandardCharsets.UTF_8), JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "\"text\"",
        "{}",
        "{\"id\":7}",
        "{\"id\":null}",
        "{\"id\":\"v1/pour/x\"}",
        "{\"id\":\"v1/pour/1\",\"permille\":\"many\"}",
        "{\"id\":\"v1/pour/1\",\"permille\":1001}",
        "{\"id\":\"v1/pour/1\",\"microlitres\":1e99}",
        "{\"id\":\"v1/pour/1\",\"microlitres\":-1}",
        "{\"id\":\"v1/pour/1\",\"attestation\":{}}",
        "{\"id\":\"v1/pour/1\"}"
      })
  void aStepThatIsNone(String body) throws Exception {
    refused(send(STEP, body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/visits/v1/drink-it",
        "/api/visits/%20/pour",
        "/api/stations/nowhere/sign-in",
        "/api/acts/none/signature",
        "/api/signatures",
        "/api/staff",
        "/api/patients",
        "/api/prescriptions",
        "/api/prescriptions/preview",
        "/api/prescriptions/signature",
        "/api/eligibility",
        "/api/admissions",
        "/api/site-moves",
        "/api/leavings",
        "/api/drop-outs/goes-on",
        "/api/movements",
        "/api/transfers-out",
        "/api/transfers-in",
        "/api/guest-letters",
        "/api/guest-letters/end",
        "/api/guests",
        "/api/order-packs",
        "/api/order-packs/taken",
        "/api/dose-packs",
        "/api/dose-packs/taken",
        "/api/contact-attempts",
        "/api/after-care/decisions",
        "/api/after-care/sent",
        "/api/after-care/acknowledgements",
        "/api/residences",
        "/api/sex",
        "/api/urine-tests",
        "/api/urine-tests/of",
        "/api/records",
        "/api/quotas",
        "/api/closings",
        "/api/day/held",
        "/api/finger-consents",
        "/api/citizen-cards/read",
        "/api/enrolments",
        "/api/enrolments/photo",
        "/api/enrolments/finger",
        "/api/enrolments/look-up",
        "/api/enrolments/signature",
        "/api/enrolments/complete",
        "/api/enrolments/latest",
        "/api/finger-consents/of",
        "/api/finger-tasks/review",
        "/api/stations/s1/modes",
        "/api/stations/s1/modes/left",
        "/api/downtimes",
        "/api/downtimes/answer",
        "/api/downtimes/sheet",
        "/api/downtimes/sheet/signature",
        "/api/downtimes/sheet/in",
        "/api/downtimes/sheet/in/signature",
        "/api/outside-doses",
        "/api/holds",
        "/api/holds/lift",
        "/api/releases",
        "/api/traits",
        "/api/take-home",
        "/api/take-home/approvals",
        "/api/take-home/approvals/end",
        "/api/take-home/signature",
        "/api/take-home/bottles",
        "/api/take-home/collections",
        "/api/take-home/empties",
        "/api/take-home/losses",
        "/api/take-home/waste",
        "/api/take-home/reopened",
        "/api/take-home/recall",
        "/api/profile/signed",
        "/api/profile/signed/signature",
        "/api/profile/changes",
        "/api/profile/changes/signature",
        "/api/certificates",
        "/api/certificates/extension",
        "/api/reviews",
        "/api/reviews/clear",
        "/api/reviews/open",
        "/api/batches",
        "/api/stations/s1/bottle",
        "/api/stations/s1/check",
        "/api/stations/s1/resolve-identity",
        "/api/login",
        "/api/setup"
      })
  void anEmptyOrWronglyTypedBody(String path) throws Exception {
    refused(send(path, "{\"login\":1,\"passed\":\"yes\",\"id\":[],\"second\":{}}"));
  }

  /** By the contract, and not by whatever would refuse it later. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{",
        "{\"id\":7}",
        "{\"id\":\"v1/pour/x\"}",
        "{\"id\":\"v1/pour/1\",\"permille\":1001}",
        "{\"id\":\"v1/pour/1\",\"attestation\":{}}"
      })
  void whatTheContractForbidsIsMalformed(String body) throws Exception {
    Screen.Answer answer = send(STEP, body);
    assertEquals(400, answer.status(), answer.text());
    assertEquals("malformed-request", answer.code());
    assertEquals(403, send(STEP, "{\"id\":\"v1/pour/1\"}").status(), "the control: well-formed");
    assertEquals(400, send("/api/visits/v1/drink-it", "{\"id\":\"v1/pour/1\"}").status());
  }

  @Test
  void aHugeBodyAWrongTypeAndBadUtf8() throws Exception {
    refused(send(STEP, "{\"id\":\"v1/pour/1\",\"reason\":\"" + "x".repeat(200_000) + "\"}"));
    refused(rig.lan.raw(STEP, "id=1".getBytes(StandardCharsets.UTF_8), "text/plain"));
    refused(rig.lan.raw(STEP, new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}, JSON));
    refused(rig.lan.get("/api/no-such-thing"));
  }

  /** A pack may be larger than any form, and not larger than a pack. */
  @Test
  void aHugePackIsNotRead() throws Exception {
    String taken = "/api/dose-packs/taken";
    Screen.Answer large = rig.lan.post(taken, Map.of("pack", "x".repeat(1_000_000)));
    assertEquals("no-pack", large.code(), large.text());
    refused(rig.lan.post(taken, Map.of("pack", "x".repeat(2_100_000))));
    refused(rig.lan.post(taken, Map.of("pack", "x".repeat(3_000_000))));
    refused(rig.lan.post("/api/dose-packs", Map.of("site", "x".repeat(1_000_000))));
  }

  @Test
  void randomBytesAndRandomJson() throws Exception {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      refused(rig.lan.raw(STEP, bytes, JSON));
      refused(send(STEP, "{\"id\":" + junk(random, 4) + ",\"reason\":" + junk(random, 4) + "}"));
    }
  }

  private static String junk(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> "null";
      case 1 -> Long.toString(random.nextLong());
      case 2 -> "\"" + "\\u0000ÿ".repeat(random.nextInt(9)) + "\"";
      case 3 -> "false";
      case 4 -> "[" + junk(random, depth - 1) + "," + junk(random, depth - 1) + "]";
      default -> "{\"id\":" + junk(random, depth - 1) + "}";
    };
  }

  @Test
  void withoutAValidTokenNothingButStop() throws Exception {
    try (Screen nobody = new Screen(rig.http());
        Screen forger = new Screen(rig.http()).withToken("s0123456789abcdef");
        Screen left = rig.screen("binh")) {
      LineRig.expect(left.post("/api/logout", Map.of()));
      for (Screen one : List.of(nobody, forger, left)) {
        Screen.Answer answer = one.get("/api/me");
        refused(answer);
        assertEquals(401, answer.status());
        assertEquals(
            401, one.post(STEP, Map.of("id", "v1/pour/1")).status(), "before anything else");
        assertTrue(one.post("/api/stations/s1/stop", Map.of()).good(), "STOP is never refused");
      }
    }
  }

  @Test
  void stopIsTakenWithAnyBody() throws Exception { // section 2: STOP at any moment
    for (String body : List.of("", "{", "[]", "{\"cause\":7}", "x".repeat(200_000))) {
      assertTrue(send("/api/stations/s1/stop", body).good(), "body of " + body.length());
    }
    assertTrue(send("/api/stations/nowhere/stop", "{}").good());
    assertTrue(rig.lan.raw("/api/stations/s1/stop", new byte[] {(byte) 0xFF}, "image/png").good());
  }

  @Test
  void garbageOverTheLiveSocketIsAnsweredAndTheSocketLives() throws Exception {
    WebSocket socket = rig.lan.watch();
    for (String text :
        List.of("", "x", "[]", "null", "7", "{}", "{\"do\":7,\"id\":{}}", "{\"do\":\"pour\"}")) {
      socket.sendText(text, true).join();
      JsonNode reply = rig.lan.reply();
      assertTrue(reply.has("error") || reply.path("status").asInt() == 403, text + " → " + reply);
    }
    socket.sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();
    socket.sendText("{\"do\":\"stop\",\"station\":\"s1\"}", true).join(); // the control
    assertTrue(rig.lan.reply().path("stopping").asBoolean());
    socket.abort();
  }

  @Test
  void theLiveSocketClosesWhenItsPersonLogsOut() throws Exception {
    try (Screen binh = rig.screen("binh")) {
      binh.watch();
      binh.await("s1", "a snapshot", s -> s.has("stage"));
      LineRig.expect(binh.post("/api/logout", Map.of()));
      assertTrue(binh.reply().has("closed"), "names are shown to signed-in staff only");
    }
  }

  @Test
  void everyOperationOfTheContractIsThere() throws Exception {
    String contract;
    try (InputStream in = MalformedIT.class.getResourceAsStream("/openapi.yaml")) {
      contract = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    Screen screen = rig.screen("binh");
    String path = "";
    int operations = 0;
    for (String line : contract.lines().toList()) {
      if (line.matches("  /api/.*:")) {
        path = line.strip().replace(":", "").replace("{station}", "s9").replaceAll("\\{.*?}", "no");
      } else if (line.equals("    post:") || line.equals("    get:")) {
        Screen.Answer answer =
            line.contains("get") ? screen.get(path) : screen.post(path, Map.of("x", 1));
        assertTrue(answer.status() != 404 && answer.status() < 500, path + ": " + answer.text());
        operations++;
      }
    }
    assertTrue(operations > 15, "the control: the contract was read");
  }
}

package clinic.mmt.sim.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.fingerprint.zfm20.FingerModel;
import clinic.mmt.sim.rig.Rig;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ControlPortTest {

  private final Rig rig = Rig.oneStation();
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private ControlPort port;

  @BeforeEach
  void open() throws IOException {
    port =
        ControlPort.open(
            rig.bench(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder);
  }

  @AfterEach
  void close() {
    port.close();
    client.close();
  }

  private HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(port.url() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode get(String path) {
    HttpResponse<String> response = send("GET", path, "");
    assertEquals(200, response.statusCode(), response.body());
    return Json.read(response.body());
  }

  private void post(String path, String body) {
    HttpResponse<String> response = send("POST", path, body);
    assertEquals(200, response.statusCode(), response.body());
  }

  private long truth(String field) {
    return get("/stations/s1/truth").get(field).asLong();
  }

  @Test
  void healthIsOk() {
    assertEquals("ok", get("/health").get("status").textValue());
  }

  /** Each route is in the contract and each path of the contract is a route. */
  @Test
  void theContractListsExactlyTheRoutes() {
    Object root = new Load(LoadSettings.builder().build()).loadFromString(contract());
    Set<String> listed = new TreeSet<>();
    for (Map.Entry<?, ?> path : mapping(mapping(root).get("paths")).entrySet()) {
      for (Object method : mapping(path.getValue()).keySet()) {
        if (Set.of("get", "post", "delete", "put", "patch").contains(method)) {
          listed.add(method.toString().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    Set<String> routes = new TreeSet<>();
    new Routes(rig.bench(), folder).all().forEach(r -> routes.add(r.method() + " " + r.template()));
    assertEquals(routes, listed);
    assertEquals(31, routes.size());
  }

  private String contract() {
    return send("GET", "/openapi.yaml", "").body();
  }

  private static Map<?, ?> mapping(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  @Test
  void theCupIsPutFilledLiftedDrunkAndPutBack() {
    post("/stations/s1/cup", "{\"act\":\"put\",\"milligrams\":12000}");
    post("/stations/s1/cup", "{\"act\":\"add\",\"microlitres\":8000,\"of\":\"product\"}");
    post("/stations/s1/cup", "{\"act\":\"draw-off\",\"microlitres\":1000}");
    assertEquals(12_000_000 + 7000 * 1050, truth("scaleTrueMicrograms"));
    post("/stations/s1/cup", "{\"act\":\"lift\"}");
    assertEquals(0, truth("scaleTrueMicrograms"));
    post("/stations/s1/cup", "{\"act\":\"drink\",\"permille\":500}");
    assertEquals(3500, truth("drunkMicrolitres"));
    post("/stations/s1/cup", "{\"act\":\"put-back\"}");
    post("/stations/s1/cup", "{\"act\":\"add\",\"microlitres\":500,\"of\":\"water\"}");
    assertEquals(4000, truth("cupMicrolitres"));
    assertEquals(3500, truth("cupProductMicrolitres"));
    post("/stations/s1/cup", "{\"act\":\"discard\"}");
    assertEquals(5000, truth("wasteMicrolitres"));
    assertTrue(get("/stations/s1/truth").get("cupOnScale").booleanValue());
  }

  @Test
  void aNewBottleReplacesTheOldOne() {
    post("/stations/s1/bottle", "{\"microlitres\":250000}");
    assertEquals(250_000, truth("bottleMicrolitres"));
    assertEquals(1_000_000, truth("takenAwayBottlesMicrolitres"));
  }

  @Test
  void runsAreListedWithTheirCause() {
    post("/devices/pump-1/front-panel", "{\"act\":\"run\",\"microlitres\":500}");
    assertEquals(
        409,
        send("POST", "/devices/pump-1/front-panel", "{\"act\":\"run\",\"microlitres\":5}")
            .statusCode());
    rig.tick(5);
    JsonNode run = get("/stations/s1/truth").get("runs").get(0);
    assertEquals("front-panel", run.get("cause").textValue());
    assertEquals(500, run.get("commandedMicrolitres").longValue());
    assertTrue(run.get("startedNanos").isIntegralNumber());
    assertTrue(run.get("movedMicrolitres").longValue() > 490);
  }

  @Test
  void fingersAndCardsComeAndGo() {
    post("/stations/s1/finger", "{\"finger\":\"F0001\",\"quality\":\"dry\",\"dwellMillis\":400}");
    assertEquals(true, isFingerThere());
    rig.tick(0.5);
    assertEquals(false, isFingerThere());
    post("/stations/s1/finger", "{\"finger\":\"F0001\"}");
    post("/stations/s1/finger", "{\"finger\":null}");
    assertEquals(false, isFingerThere());
    post("/stations/s1/card", "{\"card\":\"3c00ce754c\",\"dwellMillis\":300}");
    assertEquals(14, rig.ask("card-1", 0.1).length);
    post("/stations/s1/code", "{\"code\":\"MC1.x\",\"dwellMillis\":300}");
    assertEquals(6, rig.ask("scan-1", 0.1).length);
    assertEquals(
        FingerModel.enrolled("F0001").hex(),
        get("/fingers/F0001/template").get("templateHex").textValue());
  }

  private boolean isFingerThere() {
    return rig.bench().inWorld("s1", world -> world.hands().finger().isPresent());
  }

  @Test
  void faultsAreSetListedAndCleared() {
    post("/devices/pump-1/faults", "{\"kind\":\"over-pour\",\"factor\":1.25,\"count\":2}");
    post("/devices/pump-1/faults", "{\"kind\":\"no-answer\"}");
    assertEquals(
        "[{\"kind\":\"no-answer\"},{\"kind\":\"over-pour\",\"factor\":1.250,\"count\":2}]",
        send("GET", "/devices/pump-1/faults", "").body());
    assertEquals("", rig.pump("0"));
    assertEquals(200, send("DELETE", "/devices/pump-1/faults", "").statusCode());
    assertEquals("[]", send("GET", "/devices/pump-1/faults", "").body());
  }

  @Test
  void powerCableAndSwap() {
    rig.pump("0");
    post("/devices/pump-1/power", "{\"act\":\"off\"}");
    assertEquals("", rig.pump("0"));
    post("/devices/pump-1/power", "{\"act\":\"on\"}");
    assertEquals("00A?R", rig.pump("0"));
    post("/devices/pump-1/power", "{\"act\":\"cycle\"}");
    assertEquals("00A?R", rig.pump("0"));
    post("/devices/pump-1/cable", "{\"act\":\"unplug\"}");
    assertEquals(false, get("/devices").get(0).get("plugged").booleanValue());
    post("/devices/pump-1/cable", "{\"act\":\"plug\"}");
    assertEquals("00S", rig.pump("0"));
    post("/devices/pump-1/cable", "{\"act\":\"unplug\",\"atByte\":2}");
    rig.pump("0");
    assertEquals(false, get("/devices").get(0).get("plugged").booleanValue());
    post("/devices/scale-1/swap", "{}");
    assertTrue(
        new String(rig.ask("scale-1", 0.1), StandardCharsets.US_ASCII).contains("1234567-1"));
  }

  @Test
  void devicesAndFramesAreTold() {
    assertEquals(
        "{\"name\":\"pump-1\",\"kind\":\"pump\",\"model\":\"new-era\",\"station\":\"s1\","
            + "\"path\":\"memory/pump-1\",\"plugged\":true}",
        get("/devices").get(0).toString());
    rig.pump("0VER");
    JsonNode frames = get("/devices/pump-1/frames");
    assertEquals("in", frames.get(0).get("dir").textValue());
    assertEquals("30 56 45 52 0D", frames.get(0).get("hex").textValue());
    assertEquals("0VER", frames.get(0).get("meaning").textValue());
    assertEquals("00A?R", frames.get(1).get("meaning").textValue());
    assertTrue(frames.get(1).get("atNanos").isIntegralNumber());
    for (int i = 0; i < 100; i++) {
      rig.pump("0");
    }
    assertEquals(128, get("/devices/pump-1/frames").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST | /stations/s1/cup | {} | 400 | act is missing",
        "POST | /stations/s1/cup | [] | 400 | send one JSON object",
        "POST | /stations/s1/cup | {\"act\" | 400 | the body is not JSON",
        "POST | /stations/s1/cup | {\"act\":\"jump\"} | 400 | unknown act; send put",
        "POST | /stations/s1/cup | {\"act\":\"lift\"} | 409 | no cup stands on the scale",
        "POST | /stations/s1/cup | {\"act\":\"put\",\"grams\":1} | 400 | unknown field grams",
        "POST | /stations/s1/cup | {\"act\":\"put\",\"milligrams\":1.5} | 400 | milligrams wants",
        "POST | /stations/s9/cup | {\"act\":\"put\"} | 404 | there is no station s9",
        "POST | /stations/s1/card | {\"card\":\"12\"} | 400 | card wants ten hex digits",
        "POST | /stations/s1/code | {\"code\":\"\"} | 400 | code wants 1 to 4096",
        "POST | /devices/card-1/faults | {\"kind\":\"not-utf8\"} | 400 | a rdm6300 has no fault",
        "POST | /stations/s1/finger | {\"finger\":\"F\",\"quality\":\"x\"} | 400 | quality wants",
        "POST | /stations/s1/bottle | {} | 400 | microlitres is missing",
        "POST | /devices/none/swap | {} | 404 | there is no device none",
        "POST | /devices/pump-1/power | {\"act\":\"x\"} | 400 | act wants off, on or cycle",
        "POST | /devices/pump-1/cable | {\"act\":\"x\"} | 400 | act wants unplug or plug",
        "POST | /devices/scale-1/front-panel | {\"act\":\"run\",\"microlitres\":1} | 409 | scale-1 is not",
        "POST | /devices/pump-1/faults | {\"kind\":\"dry\"} | 400 | a new-era has no fault dry; it has",
        "POST | /devices/pump-1/faults | {\"kind\":\"air\",\"count\":0} | 400 | count wants",
        "POST | /recording | {} | 400 | session is missing",
        "POST | /recording | {\"session\":\"../x\"} | 400 | name wants 1 to 64",
        "POST | /recording | {\"session\":\"x\",\"fresh\":1} | 400 | fresh wants true or false",
        "DELETE | /recording | {} | 409 | no recording is on",
        "GET | /sessions/none | {} | 404 | there is no session none",
        "POST | /replay | {\"session\":\"none\"} | 404 | there is no session none",
        "DELETE | /replay | {} | 409 | no session is being replayed",
        "POST | /devices/pump-1/faults | {\"kind\":\"split\",\"atByte\":0} | 400 | unknown field",
        "GET | /nowhere | {} | 404 | /nowhere is not a route",
        "DELETE | /health | {} | 404 | /health does not take DELETE"
      })
  void badInputIsAnsweredWithWhatToSend(
      String method, String path, String body, int status, String error) {
    HttpResponse<String> response = send(method, path, body);
    assertEquals(status, response.statusCode(), response.body());
    String told = Json.read(response.body()).get("error").textValue();
    assertTrue(told.startsWith(error), told);
  }

  /** Each fault of a menu is taken with its usual value, and one of another model is not. */
  @Test
  void theMenuIsWhatTheModelCanHave() {
    int seen = 0;
    for (JsonNode device : get("/devices")) {
      String name = device.get("name").textValue();
      for (JsonNode fault : get("/devices/" + name + "/menu")) {
        String value =
            fault.has("parameter")
                ? ",\"" + fault.get("parameter").textValue() + "\":" + fault.get("usual")
                : "";
        post(
            "/devices/" + name + "/faults",
            "{\"kind\":\"" + fault.get("kind").textValue() + "\"" + value + "}");
        seen++;
      }
    }
    assertTrue(seen > 60, "the control: " + seen);
    assertEquals(
        400, send("POST", "/devices/pump-1/faults", "{\"kind\":\"pump-error\"}").statusCode());
  }

  @Test
  void onlyLoopbackIsTaken() throws IOException {
    InetSocketAddress everywhere = new InetSocketAddress(InetAddress.getByAddress(new byte[4]), 0);
    assertThrows(
        IllegalArgumentException.class, () -> ControlPort.open(rig.bench(), everywhere, folder));
  }
}

package clinic.mmt.sim.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.rig.Rig;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recording and replay by the control port, without HTTP. */
class SessionRoutesTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final Rig rig = Rig.oneStation();

  @SuppressWarnings("NullAway.Init")
  private Routes routes;

  @BeforeEach
  void open() {
    routes = new Routes(rig.bench(), folder);
  }

  private JsonNode ask(String method, String path, String body) {
    Answer answer = routes.answer(method, path, body);
    assertEquals(200, answer.status(), answer.body());
    return Json.read(answer.body());
  }

  private String refused(String method, String path, String body) {
    Answer answer = routes.answer(method, path, body);
    assertEquals(409, answer.status(), answer.body());
    return Json.read(answer.body()).get("error").textValue();
  }

  private String pump(String command) {
    return new String(
        rig.ask("pump-1", 0.1, command.getBytes(StandardCharsets.US_ASCII)),
        StandardCharsets.US_ASCII);
  }

  private void recordAnAlarm() {
    ask("POST", "/recording", "{\"session\":\"monday\"}");
    ask("POST", "/devices/pump-1/faults", "{\n\"kind\":\"noise\", \"count\":1}");
    pump("0VER\r");
    routes.answer("POST", "/stations/s1/cup", "{\"act\":\"lift\"}");
    ask("GET", "/stations/s1/truth", "");
    ask("DELETE", "/recording", "");
  }

  @Test
  void theSpeedIsChangedButNotWhileOneIsRecorded() {
    ask("POST", "/speed", "{\"speed\":20}");
    assertEquals(20, ask("GET", "/speed", "").get("speed").intValue());
    assertEquals(400, routes.answer("POST", "/speed", "{\"speed\":0}").status());
    ask("POST", "/recording", "{\"session\":\"quick\"}");
    assertTrue(refused("POST", "/speed", "{\"speed\":1}").contains("one speed"));
    ask("DELETE", "/recording", "");
    assertTrue(routes.answer("GET", "/sessions/quick", "").body().contains("\nspeed 20\n"));
    ask("POST", "/speed", "{\"speed\":1}");
  }

  @Test
  void whatTheControlPortWasAskedStandsBetweenTheBytes() {
    recordAnAlarm();
    String text = routes.answer("GET", "/sessions/monday", "").body();
    assertTrue(
        text.contains(" * POST /devices/pump-1/faults {\"kind\":\"noise\",\"count\":1} 200\n"),
        text);
    assertTrue(text.contains(" * POST /stations/s1/cup {\"act\":\"lift\"} 409\n"), "refusals too");
    assertTrue(text.endsWith(" end\n"), text);
    assertTrue(!text.contains("truth") && !text.contains("recording"), "looking is not asking");
    assertEquals("monday", ask("GET", "/sessions", "").get(0).get("name").textValue());
  }

  @Test
  void theStateOfARecordingIsTold() {
    assertEquals(
        "{\"on\":false,\"file\":\"\",\"micros\":0,\"events\":0,\"bytes\":0,\"trouble\":\"\"}",
        ask("GET", "/recording", "").toString());
    ask("POST", "/recording", "{\"session\":\"monday\",\"fresh\":true}");
    JsonNode on = ask("GET", "/recording", "");
    assertTrue(on.get("on").booleanValue());
    assertEquals("monday.session", on.get("file").textValue());
    assertEquals(10, on.get("events").intValue(), "five cables pulled and plugged");
    assertEquals(
        "a recording is on; end it first", refused("POST", "/recording", "{\"session\":\"b\"}"));
    assertTrue(!ask("DELETE", "/recording", "").get("on").booleanValue());
  }

  @Test
  void aReplayAnswersAndTellsWhereTheHostDiffers() {
    recordAnAlarm();
    String live = pump("0VER\r");
    ask("POST", "/replay", "{\"session\":\"monday\",\"speed\":2}");
    JsonNode waiting = device("pump-1");
    assertEquals("waiting", waiting.get("state").textValue());
    assertEquals("30 56 45 52 0D", waiting.get("expectedHex").textValue());
    String again = pump("0VER\r");
    assertTrue(again.endsWith("A?R\u0003") && again.length() == 10, "noise and all: " + again);
    assertTrue(live.contains("NE1000"), "the control: the live pump has no alarm: " + live);
    assertEquals("over", device("pump-1").get("state").textValue());
    assertTrue(
        refused("POST", "/devices/pump-1/swap", "{}").startsWith("pump-1 speaks out of a session"));
    ask("DELETE", "/replay", "");
    ask("POST", "/replay", "{\"session\":\"monday\"}");
    pump("0DIS\r");
    JsonNode differs = device("pump-1");
    assertEquals("differs", differs.get("state").textValue());
    assertEquals("30 44 49 53 0D", differs.get("cameHex").textValue());
    assertTrue(differs.get("difference").textValue().contains("other from byte 2"));
    ask("DELETE", "/replay", "");
    assertEquals(0, ask("GET", "/replay", "").get("devices").size());
    assertTrue(pump("0VER\r").contains("NE1000"), "it speaks for itself again");
  }

  private JsonNode device(String name) {
    for (JsonNode device : ask("GET", "/replay", "").get("devices")) {
      if (device.get("name").textValue().equals(name)) {
        return device;
      }
    }
    throw new AssertionError("no " + name);
  }

  @Test
  void aSessionOfAnotherModelIsRefused() throws Exception {
    recordAnAlarm();
    Path file = folder.resolve("monday.session");
    String other = Files.readString(file).replace("model: new-era", "model: ezo-pmp");
    Files.writeString(folder.resolve("other.session"), other);
    assertEquals(
        "pump-1 is a new-era here, a ezo-pmp there",
        refused("POST", "/replay", "{\"session\":\"other\"}"));
    Files.writeString(folder.resolve("broken.session"), other.replace(" > ", " ? "));
    assertTrue(
        refused("POST", "/replay", "{\"session\":\"broken\"}").startsWith("broken.session:"));
  }
}

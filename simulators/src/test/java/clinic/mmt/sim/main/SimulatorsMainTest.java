package clinic.mmt.sim.main;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.rig.Rig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line as other processes see it. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulatorsMainTest {

  private static final int END_SECONDS_MAX = 5;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @BeforeEach
  void writeBench() throws IOException {
    Files.writeString(folder.resolve("bench.yaml"), Rig.ONE_STATION);
  }

  private Process start(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "clinic.mmt.sim.main.SimulatorsMain"));
    command.addAll(List.of(more));
    return new ProcessBuilder(command).directory(folder.toFile()).start();
  }

  private static List<String> untilReady(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    String line = out.readLine();
    while (line != null) {
      lines.add(line);
      line = line.equals("ready") ? null : out.readLine();
    }
    return lines;
  }

  @Test
  void itAnnouncesItsDevicesAndEndsCleanlyWhenAsked() throws Exception {
    Process process =
        start("--bench", "bench.yaml", "--links", "links", "--control", "127.0.0.1:0");
    List<String> lines = untilReady(process);
    assertEquals(7, lines.size(), lines.toString());
    assertEquals("pump-1 pump new-era links/pump-1", lines.get(0));
    assertEquals("scan-1 token qr-cdc links/scan-1", lines.get(4));
    assertTrue(lines.get(5).startsWith("control http://127.0.0.1:"), lines.get(5));
    assertEquals("ready", lines.get(6));
    assertEquals("{\"status\":\"ok\"}", health(lines.get(5).substring("control ".length())));
    assertTrue(Files.isSymbolicLink(folder.resolve("links/pump-1")));
    process.destroy();
    assertTrue(process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
    assertFalse(Files.exists(folder.resolve("links/pump-1"), LinkOption.NOFOLLOW_LINKS));
  }

  private static String health(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/health")).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @Test
  void itEndsWhenItsParentIsGone() throws Exception {
    Process parent = new ProcessBuilder("cat").start();
    Process process =
        start("--bench", "bench.yaml", "--links", "links", "--parent", Long.toString(parent.pid()));
    untilReady(process);
    assertTrue(process.isAlive());
    parent.destroy();
    assertTrue(process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
    assertFalse(Files.exists(folder.resolve("links/pump-1"), LinkOption.NOFOLLOW_LINKS));
  }

  private static byte[] ask(Path link, String command, int count) throws IOException {
    try (RandomAccessFile pump = new RandomAccessFile(link.toFile(), "rw")) {
      pump.write(command.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[count];
      pump.readFully(answer);
      return answer;
    }
  }

  private void endGood(Process process) throws InterruptedException {
    process.destroy();
    assertTrue(process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  @Test
  void aSessionIsRecordedAndReplayedWithoutABenchFile() throws Exception {
    Process recorded =
        start("--bench", "bench.yaml", "--links", "links", "--record", "a.session", "--seed", "5");
    List<String> announced = untilReady(recorded);
    byte[] first = ask(folder.resolve("links/pump-1"), "0VER\r", 7);
    endGood(recorded);
    assertTrue(Files.readString(folder.resolve("a.session")).endsWith(" end\n"), "ended well");

    Process replayed = start("--replay", "a.session", "--links", "links", "--speed", "10");
    assertEquals(announced, untilReady(replayed));
    assertArrayEquals(first, ask(folder.resolve("links/pump-1"), "0VER\r", 7));
    BufferedReader told = replayed.errorReader(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    while (lines.stream().noneMatch("pump-1: all of a.session was played"::equals)) {
      lines.add(told.readLine());
    }
    endGood(replayed);
  }

  private void assertRefused(String message, String... arguments) throws Exception {
    Process process = start(arguments);
    String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(2, process.waitFor(), told);
    assertTrue(told.contains(message), told);
  }

  @Test
  void wrongUsageIsExitTwo() throws Exception {
    Files.writeString(folder.resolve("bad.yaml"), "devices:\n- {name: a, model: x}\n");
    assertRefused("bad.yaml:2: unknown model x", "--bench", "bad.yaml", "--links", "links");
    assertRefused(
        "loopback only", "--bench", "bench.yaml", "--links", "links", "--control", "0.0.0.0:0");
    assertRefused("none.yaml:1: there is no such file", "--bench", "none.yaml", "--links", "l");
    assertRefused("give a session", "--replay", "none.session", "--links", "l");
    assertRefused("no session of the simulators", "--replay", "bench.yaml", "--links", "l");
    assertRefused("mutually exclusive", "--replay", "a", "--bench", "b", "--links", "l");
    assertRefused("Missing required argument", "--links", "l");
    Files.writeString(folder.resolve("old.session"), "");
    assertRefused(
        "old.session is there already",
        "--bench",
        "bench.yaml",
        "--links",
        "links",
        "--record",
        "old.session");
  }
}

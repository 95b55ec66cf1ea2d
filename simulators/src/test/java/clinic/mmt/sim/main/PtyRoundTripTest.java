package clinic.mmt.sim.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.bench.Bench;
import clinic.mmt.sim.bench.BenchFile;
import clinic.mmt.sim.bench.Speed;
import clinic.mmt.sim.rig.Rig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host opens the link and talks to the simulator as it would to a device. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PtyRoundTripTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Bench bench;

  @SuppressWarnings("NullAway.Init")
  private RunningBench running;

  @BeforeEach
  void start() throws Exception {
    PtyCables cables = new PtyCables(folder);
    bench = new Bench(BenchFile.read("b", Rig.ONE_STATION), cables, 1, Speed.REAL);
    running = RunningBench.start(bench, Optional.empty(), folder, () -> {});
  }

  @AfterEach
  void end() {
    running.close();
  }

  private Path link(String device) {
    return folder.resolve(device);
  }

  private static String ask(RandomAccessFile file, String text, char last) throws IOException {
    file.write(text.getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    int next = file.read();
    while (next >= 0 && next != last) {
      answer.write(next);
      next = file.read();
    }
    return answer.toString(StandardCharsets.US_ASCII).strip();
  }

  @Test
  void pumpAndScaleAnswerThroughTheirLinks() throws IOException {
    try (RandomAccessFile pump = new RandomAccessFile(link("pump-1").toFile(), "rw")) {
      assertEquals("\u000200A?R", ask(pump, "0VER\r", '\u0003'));
      assertEquals("\u000200SNE1000V3.928", ask(pump, "0VER\r", '\u0003'), "raw, no echo");
    }
    try (RandomAccessFile scale = new RandomAccessFile(link("scale-1").toFile(), "rw")) {
      assertEquals("I4 A \"1234567\"", ask(scale, "I4\r\n", '\n'));
    }
    try (RandomAccessFile pump = new RandomAccessFile(link("pump-1").toFile(), "rw")) {
      assertEquals("\u000200S", ask(pump, "0\r", '\u0003'), "opened again after it was closed");
    }
  }

  @Test
  void unplugHangsUpAndPlugMakesANewLink() throws IOException {
    try (RandomAccessFile pump = new RandomAccessFile(link("pump-1").toFile(), "rw")) {
      ask(pump, "0\r", '\u0003');
      bench.unplug("pump-1");
      assertFalse(Files.exists(link("pump-1"), LinkOption.NOFOLLOW_LINKS));
      assertEquals("", readToEnd(pump), "hang-up");
    }
    Path other = folder.resolve("taken");
    bench.plug("pump-1");
    assertTrue(Files.isSymbolicLink(link("pump-1")));
    assertNotEquals(other, Files.readSymbolicLink(link("pump-1")));
    try (RandomAccessFile pump = new RandomAccessFile(link("pump-1").toFile(), "rw")) {
      assertEquals("\u000200S", ask(pump, "0\r", '\u0003'), "the pump itself kept its power");
    }
  }

  /** Linux says end of file or EIO at a hang-up; both end the reading. */
  private static String readToEnd(RandomAccessFile file) {
    try {
      int next = file.read();
      return next < 0 ? "" : Integer.toString(next);
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void theAnnouncementEndsWithReady() {
    StringWriter out = new StringWriter();
    running.announce(new PrintWriter(out));
    String[] lines = out.toString().split(System.lineSeparator(), -1);
    assertEquals("pump-1 pump new-era " + link("pump-1"), lines[0]);
    assertEquals("scale-1 scale mt-sics " + link("scale-1"), lines[1]);
    assertEquals("finger-1 fingerprint zfm-20 " + link("finger-1"), lines[2]);
    assertEquals("card-1 token rdm6300 " + link("card-1"), lines[3]);
    assertEquals("scan-1 token qr-cdc " + link("scan-1"), lines[4]);
    assertEquals("ready", lines[5]);
  }

  @Test
  void closingRemovesTheLinks() throws IOException {
    running.close();
    try (var left = Files.list(folder)) {
      assertEquals(0, left.count());
    }
  }

  /** A card that nobody reads must not stop the station. */
  @Test
  void aFullLineLosesBytesAndBlocksNobody() throws IOException {
    bench.inWorld(
        "s1",
        world -> {
          world.hands().present("3C00CE754C", Long.MAX_VALUE);
          return true;
        });
    try (RandomAccessFile scale = new RandomAccessFile(link("scale-1").toFile(), "rw")) {
      for (int i = 0; i < 50; i++) {
        assertEquals("TAC A", ask(scale, "TAC\r\n", '\n'));
      }
    }
  }
}

package clinic.mmt.sim.pump.reglo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.core.Volume;
import clinic.mmt.sim.rig.Chunks;
import clinic.mmt.sim.rig.PumpRig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of the Reglo ICC. */
class RegloVectorsTest {

  static Stream<Vector> commands() {
    return Vectors.read("reglo-icc", "commands").stream();
  }

  static Stream<Vector> volumes() {
    return good("volumes");
  }

  static Stream<Vector> events() {
    return good("events");
  }

  static Stream<Vector> replies() {
    return good("replies");
  }

  private static Stream<Vector> good(String file) {
    return Vectors.read("reglo-icc", file).stream().filter(vector -> !vector.isNegative());
  }

  private static String text(Vector vector) {
    return new String(vector.bytes().array(), StandardCharsets.US_ASCII);
  }

  /** Every command of the vectors is known; only a measured volume nobody waits for is refused. */
  @ParameterizedTest
  @MethodSource
  void commands(Vector vector) {
    PumpRig rig = new PumpRig("reglo-icc", "");
    rig.say("1~1\r", 0.01);
    byte[] answer = rig.ask(vector.bytes().array());
    assertEquals(vector.meaning(), rig.rig().lastMeaning("pump-1", Frame.Direction.IN));
    assertNotEquals(0, answer.length);
    boolean refused = "#".equals(new String(answer, StandardCharsets.US_ASCII));
    assertEquals(vector.meaning().contains("xV"), refused);
  }

  /** However a command is cut, it is one command. */
  @Test
  void commandsAreFoundInAnyChunking() {
    Vector vector = commands().filter(each -> each.id().equals("C13")).findFirst().orElseThrow();
    assertEquals("1f2500+1", vector.meaning());
    PumpRig rig = new PumpRig("reglo-icc", "");
    Chunks.of(vector.bytes().array())
        .forEach(
            parts -> {
              parts.forEach(part -> rig.rig().send("pump-1", part));
              assertEquals("2500E+1\r\n", rig.hear(0.002));
            });
  }

  @ParameterizedTest
  @MethodSource
  void volumes(Vector vector) {
    long nanolitres = Long.parseLong(vector.meaning().replace(" nl", ""));
    String told =
        vector.id().startsWith("T")
            ? RegloNumbersWire.trip(Volume.ofNanolitres(nanolitres))
            : RegloNumbersWire.volume(nanolitres * 1000);
    String wire = text(vector).strip();
    if (wire.startsWith("0") || vector.id().equals("V7")) {
      assertTrue(told.startsWith("0"), told);
    } else {
      assertEquals(wire, told);
    }
  }

  @ParameterizedTest
  @MethodSource
  void events(Vector vector) {
    String[] words = vector.meaning().split(" ", -1);
    int channel = Integer.parseInt(words[1]);
    char letter = words[2].charAt(0);
    News news =
        "stopped".equals(words[0])
            ? new News.Stopped(channel, cause(letter))
            : new News.Progress(
                channel,
                state(letter),
                Long.parseLong(words[4]),
                Volume.ofMicrolitres(Long.parseLong(words[6])),
                Integer.parseInt(words[8]));
    assertArrayEquals(
        (RegloWire.event(news) + "\r\n").getBytes(StandardCharsets.US_ASCII),
        vector.bytes().array());
  }

  private static News.Cause cause(char letter) {
    return Arrays.stream(News.Cause.values())
        .filter(each -> each.letter() == letter)
        .findFirst()
        .orElseThrow();
  }

  private static News.State state(char letter) {
    return Arrays.stream(News.State.values())
        .filter(each -> each.letter() == letter)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource
  void replies(Vector vector) {
    assertEquals(vector.meaning(), RegloWire.meaning(text(vector)));
  }
}

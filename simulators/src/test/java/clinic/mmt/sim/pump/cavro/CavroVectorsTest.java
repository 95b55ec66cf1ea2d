package clinic.mmt.sim.pump.cavro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.rig.Chunks;
import clinic.mmt.sim.rig.PumpRig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of the Cavro pumps. */
class CavroVectorsTest {

  static Stream<Vector> host() {
    return Stream.of("oem", "dt")
        .flatMap(file -> Vectors.read("cavro-oem", file).stream())
        .filter(Vector::fromHost)
        .filter(vector -> !vector.isNegative());
  }

  static Stream<Vector> oemAnswers() {
    return Vectors.read("cavro-oem", "oem").stream().filter(CavroVectorsTest::isGoodAnswer);
  }

  static Stream<Vector> dtAnswers() {
    return Vectors.read("cavro-oem", "dt").stream().filter(CavroVectorsTest::isGoodAnswer);
  }

  private static boolean isGoodAnswer(Vector vector) {
    return !vector.fromHost() && !vector.isNegative();
  }

  @ParameterizedTest
  @MethodSource
  void host(Vector vector) {
    PumpRig rig = new PumpRig("cavro-oem", "");
    rig.ask(vector.bytes().array());
    assertEquals(vector.meaning(), rig.rig().lastMeaning("pump-1", Frame.Direction.IN));
  }

  /** Seven bits changed somewhere: the pump says nothing. */
  @Test
  void aBlockWithABadCheckIsNotAnswered() {
    for (Vector vector : Vectors.read("cavro-oem", "oem")) {
      if (vector.fromHost() && vector.isNegative()) {
        PumpRig rig = new PumpRig("cavro-oem", "");
        assertEquals(0, rig.ask(vector.bytes().array()).length, vector.id());
      }
    }
  }

  @ParameterizedTest
  @MethodSource
  void oemAnswers(Vector vector) {
    String[] words = vector.meaning().split(" ", 3);
    String data = words.length > 2 ? words[2] : "";
    byte[] frame = CavroWire.oemAnswer(CavroFrameWire.MASTER, status(words), data);
    assertEquals(vector.bytes(), Bytes.of(frame));
  }

  @ParameterizedTest
  @MethodSource
  void dtAnswers(Vector vector) {
    String[] words = vector.meaning().split(" ", 3);
    String data = words.length > 2 ? words[2] : "";
    byte[] frame = CavroWire.dtAnswer(CavroFrameWire.MASTER, status(words), data);
    assertEquals(vector.bytes(), Bytes.of(frame));
  }

  private static int status(String[] words) {
    return 0x40 | ("ready".equals(words[0]) ? 0x20 : 0) | Integer.parseInt(words[1]);
  }

  /** Every way to cut a block gives the same block. */
  @Test
  void blocksAreFoundInAnyChunking() {
    host()
        .filter(vector -> vector.bytes().size() <= 12)
        .forEach(
            vector ->
                Chunks.of(vector.bytes().array())
                    .forEach(parts -> assertEquals(1, frames(parts).size(), vector.id())));
  }

  private static List<CavroFrameWire> frames(List<byte[]> parts) {
    CavroFramerWire framer = new CavroFramerWire();
    List<CavroFrameWire> frames = new ArrayList<>();
    for (byte[] part : parts) {
      for (byte next : part) {
        framer.accept(next).ifPresent(frames::add);
      }
    }
    return frames;
  }

  @Test
  void whatLiesOutsideABlockIsIgnored() {
    PumpRig rig = new PumpRig("cavro-oem", "");
    byte[] noise = "xyz\r\n\u0003".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(0, rig.ask(noise).length);
    Vector question = Vectors.read("cavro-oem", "oem").get(2);
    assertEquals("0 1 new Q", question.meaning());
    assertEquals("67", String.format("%02x", rig.ask(question.bytes().array())[2]));
  }
}

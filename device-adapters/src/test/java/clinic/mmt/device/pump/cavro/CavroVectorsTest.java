package clinic.mmt.device.pump.cavro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.MessageCases;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.Vectors.Vector;
import clinic.mmt.device.frame.DtFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.OemFraming;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of both Cavro dialects, under any chunking and any damage. */
class CavroVectorsTest {

  private static final MessageCases<CavroReply> OEM =
      new MessageCases<>(CavroDialect.OEM.protocol(), reply -> OemFraming.block(reply.content()));
  private static final MessageCases<CavroReply> DT =
      new MessageCases<>(CavroDialect.DT.protocol(), reply -> DtFraming.answer(reply.content()));

  private static List<Vector> file(String name) {
    return Vectors.of("cavro-oem/vectors/" + name + ".txt");
  }

  static Stream<Vector> blocks() {
    return file("oem").stream().filter(v -> !v.toDevice());
  }

  @ParameterizedTest
  @MethodSource
  void blocks(Vector vector) {
    OEM.check(vector);
  }

  static Stream<Vector> lines() {
    return file("dt").stream().filter(v -> !v.toDevice());
  }

  @ParameterizedTest
  @MethodSource
  void lines(Vector vector) {
    DT.check(vector);
  }

  static Stream<Vector> commands() {
    return Stream.of("oem", "dt").flatMap(f -> file(f).stream()).filter(Vector::toDevice);
  }

  /** Host meanings: switch, then for blocks sequence and "new" or "repeat", then the data. */
  @ParameterizedTest
  @MethodSource
  void commands(Vector vector) {
    boolean block = vector.bytes().at(0) == 2;
    if (vector.isNegative()) {
      Octets body = vector.bytes().slice(1, vector.bytes().length() - 2);
      assertNotEquals(vector.bytes(), OemFraming.block(body));
      return;
    }
    List<String> words = List.of(vector.meaning().split(" ", block ? 4 : 2));
    int address = Integer.parseInt(words.getFirst());
    assertEquals(
        vector.bytes(),
        block
            ? CavroDialect.OEM.command(
                address,
                Integer.parseInt(words.get(1)),
                words.get(2).equals("repeat"),
                words.getLast())
            : CavroDialect.DT.command(address, 1, false, words.getLast()));
  }

  @Test
  void aBlockHasACheckAndALineHasNone() {
    long block = OEM.permilleUndetected(OemFraming.block(Octets.ascii("0`2575")));
    long line = DT.permilleUndetected(DtFraming.answer(Octets.ascii("0`2575")));
    assertTrue(block < 5, "blocks: " + block);
    assertTrue(line > 100, "control, lines: " + line);
  }
}

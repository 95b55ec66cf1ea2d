package clinic.mmt.sim.token.rdm6300;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.rig.Rig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** RDM6300 data sheet: 14-byte frames while a card is in the field. */
class RdmWireTest {

  private static final int FRAME_BYTES = 14;
  private static final long MILLISECOND = 1_000_000;

  private final Rig rig = Rig.oneStation();

  static Stream<Vector> cards() {
    return Vectors.read("rdm6300", "em4100").stream().filter(vector -> !vector.isNegative());
  }

  static Stream<Vector> id12la() {
    return Vectors.read("id-12la", "frames").stream().filter(vector -> !vector.isNegative());
  }

  private void present(String card, long millis) {
    rig.bench()
        .inWorld(
            "s1",
            world -> {
              world.hands().present(card, millis * MILLISECOND);
              return true;
            });
  }

  @ParameterizedTest
  @MethodSource
  void cards(Vector vector) {
    present(vector.meaning(), 50);
    assertEquals(vector.bytes(), Bytes.of(rig.ask("card-1", 0.1)));
  }

  @ParameterizedTest
  @MethodSource
  void id12la(Vector vector) {
    Rig other =
        new Rig("devices: [{name: card-1, model: id-12la, card: " + vector.meaning() + "}]", 1);
    assertEquals(vector.bytes(), Bytes.of(other.ask("card-1", 0.1)));
    other.bench().setFault("card-1", Fault.usual(FaultKind.BAD_CHECKSUM));
    byte[] bad = other.ask("card-1", 0.1);
    assertEquals(16, bad.length);
    assertNotEquals(vector.bytes(), Bytes.of(bad));
  }

  /** EM-18: not confirmed, so both are offered; some boards put nothing around the digits. */
  @ParameterizedTest
  @CsvSource({"em-18, 14", "em-18-bare, 12"})
  void otherBoardsSendOnceForEachPresentation(String board, int bytes) {
    Rig other =
        new Rig("devices: [{name: card-1, model: rdm6300, station: s1, board: " + board + "}]", 1);
    for (int i = 0; i < 2; i++) {
      other
          .bench()
          .inWorld(
              "s1",
              world -> {
                world.hands().present("3C00CE754C", 300 * MILLISECOND);
                return true;
              });
      other.tick(1);
      assertEquals(bytes, other.take("card-1").length);
    }
  }

  @Test
  void aCardOfAnotherFrequencyIsNotSeen() {
    present("04A2B3C4", 300);
    rig.tick(0.5);
    assertEquals(0, rig.take("card-1").length);
  }

  @Test
  void framesRepeatWhileTheCardIsInTheField() {
    rig.tick(0.5);
    assertEquals(0, rig.take("card-1").length, "control: no card, no frame");
    present("3C00CE754C", 300);
    rig.tick(1);
    assertEquals(5 * FRAME_BYTES, rig.take("card-1").length, "at 0, 66, 132, 198, 264 ms");
  }

  @Test
  void aBadChecksumIsTheOneOfTheVectors() {
    Bytes bad =
        Vectors.read("rdm6300", "em4100").stream()
            .filter(vector -> vector.meaning().equals("bad checksum"))
            .findFirst()
            .orElseThrow()
            .bytes();
    rig.bench().setFault("card-1", Fault.usual(FaultKind.BAD_CHECKSUM));
    present("3C00CE754C", 50);
    assertEquals(bad, Bytes.of(rig.ask("card-1", 0.1)));
  }

  @Test
  void aCardOfTheBenchFileStaysInTheField() {
    Rig other = new Rig("devices: [{name: card-1, model: rdm6300, card: 3c00ce754c}]", 1);
    other.tick(60);
    assertEquals(0, other.take("card-1").length % FRAME_BYTES);
    assertEquals(FRAME_BYTES, other.ask("card-1", 0.1).length);
  }
}

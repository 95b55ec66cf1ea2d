package clinic.mmt.sim.token.rdm6300;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.rig.Rig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RDM6300 data sheet: 14-byte frames while a card is in the field. */
class RdmWireTest {

  private static final int FRAME_BYTES = 14;
  private static final long MILLISECOND = 1_000_000;

  private final Rig rig = Rig.oneStation();

  static Stream<Vector> cards() {
    return Vectors.read("rdm6300", "em4100").stream().filter(vector -> !vector.isNegative());
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

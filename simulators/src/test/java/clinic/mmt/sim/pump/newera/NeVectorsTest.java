package clinic.mmt.sim.pump.newera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.rig.Rig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of the New Era pumps. */
class NeVectorsTest {

  static Stream<Vector> host() {
    return Stream.of("basic", "safe")
        .flatMap(file -> Vectors.read("new-era", file).stream())
        .filter(Vector::fromHost);
  }

  static Stream<Vector> basicAnswers() {
    return Vectors.read("new-era", "basic").stream().filter(vector -> !vector.fromHost());
  }

  static Stream<Vector> safeAnswers() {
    return Vectors.read("new-era", "safe").stream()
        .filter(vector -> !vector.fromHost() && !vector.isNegative());
  }

  @ParameterizedTest
  @MethodSource
  void host(Vector vector) {
    Rig rig = Rig.oneStation();
    if (vector.bytes().at(0) == NePacketWire.STX) {
      rig.ask("pump-1", 0.1, NePacketWire.safeFrame("SAF255"));
      rig.ask("pump-1", 0.1, NePacketWire.safeFrame("SAF255"));
    }
    rig.ask("pump-1", 0.1, vector.bytes().array());
    assertEquals(vector.meaning(), rig.lastMeaning("pump-1", Frame.Direction.IN));
  }

  @ParameterizedTest
  @MethodSource
  void basicAnswers(Vector vector) {
    assertEquals(vector.bytes(), Bytes.of(NePacketWire.basicFrame(vector.meaning())));
  }

  @ParameterizedTest
  @MethodSource
  void safeAnswers(Vector vector) {
    assertEquals(vector.bytes(), Bytes.of(NePacketWire.safeFrame(vector.meaning())));
  }
}

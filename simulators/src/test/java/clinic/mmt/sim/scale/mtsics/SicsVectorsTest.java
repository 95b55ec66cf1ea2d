package clinic.mmt.sim.scale.mtsics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.rig.Rig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import clinic.mmt.sim.scale.BalanceModel;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of MT-SICS scales. */
class SicsVectorsTest {

  /** Other makers' forms that a driver must accept and this balance never sends. */
  private static final Set<String> NOT_OURS = Set.of("M15b", "M15c", "M16");

  static Stream<Vector> all() {
    return Stream.of("weighing", "identity")
        .flatMap(file -> Vectors.read("mt-sics", file).stream());
  }

  static Stream<Vector> host() {
    return all().filter(Vector::fromHost);
  }

  static Stream<Vector> weights() {
    return all()
        .filter(vector -> !vector.fromHost() && !NOT_OURS.contains(vector.id()))
        .filter(vector -> vector.meaning().matches("[STA]+ [SDA] -?[\\d.]+ g"));
  }

  @ParameterizedTest
  @MethodSource
  void host(Vector vector) {
    Rig rig = Rig.oneStation();
    byte[] answer = rig.ask("scale-1", 3, vector.bytes().array());
    assertEquals(vector.meaning(), rig.lastMeaning("scale-1", Frame.Direction.IN));
    assertTrue(answer.length > 0);
    assertNotEquals("ES\r\n", new String(answer, StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @MethodSource
  void weights(Vector vector) {
    String[] words = vector.meaning().split(" ", -1);
    Mass mass = new Mass(new BigDecimal(words[2]).movePointRight(6).longValueExact());
    BalanceModel model =
        new BalanceModel("1", Mass.ofMilligrams(10), Mass.ofMilligrams(610_000), false);
    String line = words[0] + " " + words[1] + " " + SicsTextWire.weight(mass, model) + "\r\n";
    assertEquals(vector.bytes(), Bytes.of(line.getBytes(StandardCharsets.US_ASCII)));
  }
}

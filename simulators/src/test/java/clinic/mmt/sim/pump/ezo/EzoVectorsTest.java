package clinic.mmt.sim.pump.ezo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.rig.Chunks;
import clinic.mmt.sim.rig.PumpRig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of the EZO-PMP. */
class EzoVectorsTest {

  static Stream<Vector> commands() {
    return Vectors.read("ezo-pmp", "commands").stream();
  }

  /** Every command of the vectors is known. */
  @ParameterizedTest
  @MethodSource
  void commands(Vector vector) {
    PumpRig rig = new PumpRig("ezo-pmp", "");
    String answer = new String(rig.ask(vector.bytes().array()), StandardCharsets.US_ASCII);
    assertEquals(vector.meaning(), rig.rig().lastMeaning("pump-1", Frame.Direction.IN));
    assertNotEquals("", answer);
  }

  @Test
  void commandsAreFoundInAnyChunking() {
    PumpRig rig = new PumpRig("ezo-pmp", "");
    byte[] command = "TV,?\r".getBytes(StandardCharsets.US_ASCII);
    Chunks.of(command)
        .forEach(
            parts -> {
              parts.forEach(part -> rig.rig().send("pump-1", part));
              assertEquals("?TV,0.00\r*OK\r", rig.hear(0.002));
            });
  }

  /** Lines that the vectors give for a state of the pump that can be made here. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "P1; i",
        "P3; nonsense",
        "P23; PV,?",
        "P24; Status",
        "P26; P,?",
        "S1; i",
        "S2; D,0.2",
        "S7; DC,500,1",
        "S9; Sleep"
      })
  void answersAreTheVectors(String id, String command) {
    Vector vector =
        Stream.of("replies", "sequences")
            .flatMap(file -> Vectors.read("ezo-pmp", file).stream())
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    String wanted = new String(vector.bytes().array(), StandardCharsets.US_ASCII);
    String answer = new PumpRig("ezo-pmp", "").say(command + "\r", 0.01);
    assertEquals(wanted, answer.substring(0, Math.min(answer.length(), wanted.length())));
  }
}

package clinic.mmt.sim.scale.cas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.rig.ScaleRig;
import clinic.mmt.sim.rig.Vectors;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A CAS scale in ECR mode, as its vectors have it. */
class CasEcrWireTest {

  private static final String ENQ = "\u0005";
  private static final String DC1 = "\u0011";
  private static final String ACK = "\u0006";
  private static final String NAK = "\u0015";

  private static String vector(String id) {
    return Vectors.read("cas-ecr", "ecr").stream()
        .filter(v -> v.id().equals(id))
        .map(v -> new String(v.bytes().array(), StandardCharsets.ISO_8859_1))
        .findFirst()
        .orElseThrow();
  }

  private static String weigh(ScaleRig rig) {
    assertEquals(ACK, rig.ask(ENQ));
    return rig.ask(DC1);
  }

  /** With this load at rest it says exactly this vector. */
  @ParameterizedTest
  @CsvSource({
    "'cas-ecr, max-g: 15000', 876000, W1",
    "'cas-ecr', 0, W4",
    "'cas-ecr, max-g: 15000', 4139000, W5",
    "'cas-ecr, max-g: 15000, unit: KG', 12000000, W7",
    "'cas-ecr, max-g: 15000, unit: Kg', 876000, W8",
  })
  void says(String model, long milligrams, String id) {
    ScaleRig rig = new ScaleRig(model);
    if (milligrams > 0) {
      rig.put(milligrams).settle();
    }
    assertEquals(vector(id), weigh(rig));
  }

  @Test
  void whileTheWeightMovesItSaysSoOrRefuses() {
    ScaleRig rig = new ScaleRig("cas-ecr, max-g: 15000").put(876_000).settle();
    rig.fault(Fault.usual(FaultKind.UNSTABLE)).tick(0.1);
    String told = weigh(rig);
    assertTrue(told.startsWith("\u0001\u0002U 00.87"), told);
    ScaleRig other = new ScaleRig("cas-ecr, at-unrest: nak");
    assertEquals(ACK, other.ask(ENQ), "control: at rest");
    other.fault(Fault.usual(FaultKind.UNSTABLE)).tick(0.1);
    assertEquals(NAK, other.ask(ENQ));
    assertEquals(NAK, other.ask(DC1));
  }

  @Test
  void tooMuchHasAnFForASignOrIsRefused() {
    ScaleRig rig = new ScaleRig("cas-ecr").fault(Fault.usual(FaultKind.OVERLOAD));
    assertEquals(vector("W9"), weigh(rig));
    ScaleRig other = new ScaleRig("cas-ecr, at-overload: nak");
    other.fault(Fault.usual(FaultKind.OVERLOAD));
    assertEquals(NAK, other.ask(ENQ));
  }

  /** What stood there at power-on is zero; without it the weight is below. */
  @Test
  void lessThanZeroHasAMinus() {
    ScaleRig rig = new ScaleRig("cas-ecr, max-g: 15000");
    rig.put(250_000).cyclePower().settle().lift().settle();
    assertEquals(vector("W3"), weigh(rig));
  }

  /** One DC1 for each ENQ. */
  @Test
  void aWeightIsGivenOnlyRightAfterAnAcknowledgement() {
    ScaleRig rig = new ScaleRig("cas-ecr");
    assertEquals(NAK, rig.ask(DC1));
    assertEquals(15, weigh(rig).length());
    assertEquals(NAK, rig.ask(DC1), "not twice");
    assertEquals(ACK, rig.ask(ENQ));
    assertEquals("", rig.ask("x", 0.1));
    assertEquals(NAK, rig.ask(DC1), "not after something else");
    assertEquals(ACK, rig.ask(ENQ));
    rig.cyclePower().settle();
    assertEquals(NAK, rig.ask(DC1), "not after a power cut");
  }

  @Test
  void aSpoiltFrameHasAnotherCheck() {
    ScaleRig rig = new ScaleRig("cas-ecr");
    assertEquals(ACK, rig.ask(ENQ));
    rig.fault(Fault.usual(FaultKind.BAD_CHECKSUM).times(1));
    String spoilt = rig.ask(DC1);
    String good = vector("W4");
    assertEquals(good.substring(0, 12), spoilt.substring(0, 12));
    assertEquals(good.charAt(12) ^ 1, (int) spoilt.charAt(12));
    assertEquals(good, weigh(rig));
  }
}

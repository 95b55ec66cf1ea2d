package clinic.mmt.sim.scale.mtsics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.rig.Chunks;
import clinic.mmt.sim.rig.Rig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MT-SICS reference, levels 0 and 1. */
class SicsWireTest {

  private final Rig rig = Rig.oneStation();

  private void put(long milligrams) {
    rig.bench().inWorld("s1", world -> world.putCup(Mass.ofMilligrams(milligrams)));
  }

  private void lift() {
    rig.bench().inWorld("s1", world -> world.liftCup());
  }

  /** S waits for a stable weight; ten characters, right aligned. */
  @Test
  void aStableWeightIsSentWhenItIsStable() {
    put(100_000);
    rig.tick(0.05);
    assertTrue(rig.scale("SI", 0.1).startsWith("S D "), "control: not stable yet");
    assertEquals("S S     100.00 g", rig.scale("S", 5));
    assertEquals("S S     100.00 g", rig.scale("SI", 0.1));
  }

  @Test
  void withoutStabilityTheAnswerIsBusyAfterTheTimeLimit() {
    rig.bench().setFault("scale-1", Fault.usual(FaultKind.UNSTABLE));
    assertEquals("", rig.scale("S", 9.9));
    assertEquals("S I", take(0.2));
    assertEquals("", rig.scale("Z", 9.9));
    assertEquals("Z I", take(0.2));
    assertEquals("", rig.scale("T", 9.9));
    assertEquals("T I", take(0.2));
  }

  private String take(double seconds) {
    rig.tick(seconds);
    return new String(rig.take("scale-1"), StandardCharsets.US_ASCII).strip();
  }

  @Test
  void tareMakesTheNetWeightZeroAndALiftedCupNegative() {
    put(12_500);
    assertEquals("T S      12.50 g", rig.scale("T", 5));
    assertEquals("S S       0.00 g", rig.scale("S", 5));
    assertEquals("TA A      12.50 g", rig.scale("TA", 0.1));
    lift();
    rig.tick(0.5);
    assertEquals("S S     -12.50 g", rig.scale("S", 5));
    assertEquals("TAC A", rig.scale("TAC", 0.1));
    assertEquals("S S       0.00 g", rig.scale("S", 5));
  }

  @Test
  void immediateTareAndZeroSayWhetherTheyWereStable() {
    put(5000);
    rig.tick(0.3);
    assertTrue(rig.scale("TI", 0.1).startsWith("TI D "));
    assertEquals("ZI D", rig.scale("ZI", 0.1));
    rig.tick(3);
    assertEquals("ZI S", rig.scale("ZI", 0.1));
    assertEquals("TI S       0.00 g", rig.scale("TI", 0.1));
  }

  @Test
  void zeroHasARange() {
    assertEquals("Z A", rig.scale("Z", 5));
    put(100_000);
    rig.tick(3);
    assertEquals("Z +", rig.scale("Z", 5));
    rig.bench().powerOff("scale-1");
    rig.bench().powerOn("scale-1");
    assertEquals("I4 A \"1234567\"", take(0.1), "it greets");
    lift();
    rig.tick(3);
    assertEquals("Z -", rig.scale("Z", 5));
    assertEquals("S -", rig.scale("S", 5), "underload");
    assertEquals("T -", rig.scale("T", 5));
  }

  @Test
  void tooMuchIsOverload() {
    put(700_000);
    rig.tick(3);
    assertEquals("S +", rig.scale("S", 5));
    assertEquals("S +", rig.scale("SI", 0.1));
    assertEquals("T +", rig.scale("T", 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "XYZ | ES",
        "s | ES",
        "S 5 | ES",
        "TA 12.5 g | TA A      12.50 g",
        "TA 12.5 kg | TA L",
        "TA 700 g | TA L",
        "I2 | I2 A \"SIM602 610.00 g\"",
        "I4 | I4 A \"1234567\"",
        "@ | I4 A \"1234567\""
      })
  void commandsAreAnsweredAsTheReferenceSays(String command, String answer) {
    assertEquals(answer, rig.scale(command, 0.1));
  }

  @Test
  void inquiriesAreAnswered() {
    assertTrue(rig.scale("I0", 0.1).endsWith("I0 A 1 \"TI\""));
    assertTrue(rig.scale("I1", 0.1).startsWith("I1 A"));
    assertTrue(rig.scale("I3", 0.1).startsWith("I3 A"));
    assertTrue(rig.scale("I5", 0.1).startsWith("I5 A"));
  }

  @Test
  void aLineThatIsTooLongIsATransmissionError() {
    assertEquals("ET", rig.scale("S".repeat(300), 0.1));
    assertEquals("S S       0.00 g", rig.scale("S", 0.1), "and the next one is fine");
  }

  /** MT-SICS reference: one command at a time; @ cancels. */
  @Test
  void aSecondCommandWhileOneWaitsIsRefusedAndResetCancels() {
    rig.bench().setFault("scale-1", Fault.usual(FaultKind.UNSTABLE));
    assertEquals("", rig.scale("S", 0.5));
    assertEquals("SI I", rig.scale("SI", 0.1));
    assertEquals("I4 A \"1234567\"", rig.scale("@", 0.1));
    assertEquals("", take(11), "nothing more comes");
  }

  @Test
  void repeatedWeightsFlowUntilTheNextWeightCommand() {
    assertEquals("S S       0.00 g", rig.scale("SIR", 0.1));
    rig.tick(1.05);
    int lines = new String(rig.take("scale-1"), StandardCharsets.US_ASCII).split("\r\n").length;
    assertEquals(10, lines);
    rig.scale("SI", 0.1);
    assertEquals("", take(1));
  }

  @Test
  void weightsOnChangeComeOnceAtTheChangeAndOnceAtRest() {
    assertEquals("S S       0.00 g", rig.scale("SR", 0.1));
    put(50_000);
    String sent = take(4);
    assertTrue(sent.startsWith("S D "), sent);
    assertTrue(sent.endsWith("S S      50.00 g"), sent);
    assertEquals(2, sent.split("\r\n").length);
    rig.scale("@", 0.1);
    assertEquals("", take(1));
  }

  @Test
  void everyChunkingOfARequestIsUnderstood() {
    rig.tick(1);
    Chunks.of("TA 12.5 g\r\n".getBytes(StandardCharsets.US_ASCII))
        .forEach(parts -> assertEquals("TA A      12.50 g", inParts(parts)));
  }

  private String inParts(List<byte[]> parts) {
    for (byte[] part : parts) {
      rig.send("scale-1", part);
      rig.tick(0.002);
    }
    return take(0.01);
  }

  @Test
  void theDisplayDigitFollowsTheBenchFile() {
    Rig fine =
        new Rig("devices: [{name: scale-1, model: mt-sics, resolution-mg: 1, serial: B7}]", 1);
    assertEquals("S S      0.000 g", fine.scale("S", 5).replaceAll("-?0\\.00\\d", "0.000"));
    assertEquals("I4 A \"B7\"", fine.scale("I4", 0.1));
    fine.bench().swap("scale-1");
    fine.take("scale-1");
    assertEquals("I4 A \"B7-1\"", fine.scale("I4", 0.1));
  }

  @Test
  void resetDoesNotClearTheTareButPowerDoes() {
    put(12_500);
    rig.scale("T", 5);
    rig.scale("@", 0.1);
    assertEquals("TA A      12.50 g", rig.scale("TA", 0.1));
    rig.bench().powerOff("scale-1");
    assertEquals("", rig.scale("TA", 0.1));
    rig.bench().powerOn("scale-1");
    take(0.1);
    assertEquals("TA A       0.00 g", rig.scale("TA", 0.1));
  }
}

package clinic.mmt.sim.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Mass;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.rig.ScaleRig;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a host sees of the scales: zero, tare, unrest, errors, power, and bytes that are nothing.
 */
class ScaleWireTest {

  @Test
  void anSbiPrintWithoutRestHasNoUnit() {
    ScaleRig rig = new ScaleRig("sartorius-sbi");
    rig.put(53_120).tick(0.2);
    String print = rig.ask("\u001bP\r\n");
    assertEquals(22, print.length());
    assertTrue(print.matches("N {5}[+ ] {1,8}[0-9]+\\.[0-9]{2} {4}\r\n"), print);
    assertEquals("N     +    53.12 g  \r\n", rig.settle().ask("\u001bP"));
  }

  @Test
  void anSbiPrintMayWaitForRest() {
    ScaleRig rig = new ScaleRig("sartorius-sbi, print: at-rest").put(53_120).tick(0.2);
    assertEquals("N     +    53.12 g  \r\n", rig.ask("\u001bP", 5));
    rig.fault(Fault.usual(FaultKind.UNSTABLE));
    assertEquals("", rig.ask("\u001bP", 11), "and never comes without one");
  }

  @Test
  void sbiCommandsAreNeverAcknowledged() {
    ScaleRig rig = new ScaleRig("sartorius-sbi").put(12_500).settle();
    assertEquals("", rig.ask("\u001bU\r\n"));
    assertEquals("N           0.00 g  \r\n", rig.ask("\u001bP"));
    rig.lift().settle();
    assertEquals("N     -    12.50 g  \r\n", rig.ask("\u001bP"));
    assertEquals("", rig.ask("\u001bT"), "zero and tare in one: the empty pan becomes zero");
    assertEquals("N           0.00 g  \r\n", rig.ask("\u001bP"));
    assertEquals("", rig.ask("\u001bX1\r\nP\u001bq9_\u001b\r\n"), "what is no command is nothing");
    assertEquals("1234567\r\n", rig.ask("\u001bx2_"));
  }

  @Test
  void anSbiErrorStandsWhereTheWeightWould() {
    ScaleRig rig = new ScaleRig("sartorius-sbi").fault(Fault.usual(FaultKind.SCALE_ERROR).with(11));
    assertEquals("Stat     ERR 011    \r\n", rig.ask("\u001bP"));
    ScaleRig small =
        new ScaleRig("sartorius-sbi, chars: 16").fault(Fault.usual(FaultKind.SCALE_ERROR).with(11));
    assertEquals("   Err 011    \r\n", small.ask("\u001bP"));
  }

  @Test
  void anAndBalanceSaysNothingOrAcknowledges() {
    ScaleRig quiet = new ScaleRig("and-standard, output: command").put(12_340).settle();
    assertEquals("", quiet.ask("T\r\n"));
    assertEquals("ST,+00000.00  g\r\n", quiet.ask("Q\r\n"));
    assertEquals("PT,+00012.34  g\r\n", quiet.ask("?PT\r\n"));
    assertEquals("", quiet.ask("NONSENSE\r\n"));

    ScaleRig told = new ScaleRig("and-standard, output: command, er-cd: 1").put(12_340).settle();
    assertEquals("\u0006\u0006", told.say("R\r\n").hear(1), "received, done");
    assertEquals("EC,E01\r\n", told.ask("NONSENSE\r\n"));
    assertEquals("EC,E04\r\n", told.ask("NONSENSE THAT IS TOO LONG\r\n"));
    told.fault(Fault.usual(FaultKind.UNSTABLE));
    assertEquals("\u0006", told.ask("T\r\n", 0.5));
    assertEquals("EC,E02\r\n", told.ask("R\r\n", 0.5), "it still waits for rest");
    assertEquals("EC,E11\r\n", told.hear(11));
    told.bench().clearFaults("scale");
    assertEquals("EC,E03\r\n", told.say("Q").hear(1.5), "a second between characters");
  }

  @Test
  void anAndBalanceStreamsUnlessItIsSwitchedOff() {
    ScaleRig rig = new ScaleRig("and-standard");
    rig.put(12_340).tick(0.3).hush();
    assertTrue(rig.hear(0.2).startsWith("US,+"), "on the way up");
    assertTrue(rig.settle().hear(0.2).startsWith("ST,+00012.34  g\r\n"));
    assertEquals("", rig.say("OFF\r\n").settle().hear(1));
    assertTrue(rig.say("ON\r\n").hear(1).startsWith("ST,+00012.34  g\r\n"));
  }

  @Test
  void anOhausSaysOkOrEs() {
    ScaleRig rig = new ScaleRig("ohaus").put(53_120).settle();
    assertEquals("OK!\r\n", rig.ask("T\r\n"));
    assertEquals("       0.00 g   N\r\n", rig.ask("IP\r\n"));
    assertEquals("ES\r\n", rig.ask("HELLO\r\n"));
    assertEquals("      53.12 g   PT\r\n", rig.ask("PT\r"));
    assertEquals("OK!\r\n", rig.ask("0RL\r\n"));
    assertEquals("", rig.ask("T\r\n"), "no answer was asked for");
    assertEquals("OK!\r\n", rig.ask("1RL\r\n"));
    rig.fault(Fault.usual(FaultKind.UNSTABLE));
    assertTrue(rig.ask("IP\r\n").matches(" +0\\.0[0-9] g \\? N\r\n"));
    assertEquals("", rig.ask("SP\r\n", 39));
    assertEquals("ES\r\n", rig.hear(2), "no rest within 40 s");
  }

  @Test
  void anOhausPrintsByItselfWhenAsked() {
    ScaleRig rig = new ScaleRig("ohaus");
    rig.say("CP\r\n").tick(0.1).hush();
    assertTrue(rig.hear(1.05).lines().count() >= 5);
    rig.say("0P\r\n").tick(0.1).hush();
    assertEquals("", rig.hear(1));
    rig.say("2P\r\n").tick(0.1).hush();
    assertEquals(1, rig.hear(2.5).lines().count());
  }

  @Test
  void aKernAcknowledgesATareWithoutItsWeight() {
    ScaleRig rig = new ScaleRig("mt-sics, variant: kern").put(12_500).settle();
    assertEquals("T A\r\n", rig.ask("T\r\n"));
    assertEquals("TA A      12.50 g\r\n", rig.ask("TA\r\n"));
    rig.say("SIR 500\r\n").tick(0.1).hush();
    assertEquals(2, rig.hear(1.05).lines().count());
    ScaleRig other = new ScaleRig("mt-sics").put(12_500).settle();
    assertEquals("T S      12.50 g\r\n", other.ask("T\r\n"), "control");
    other.fault(Fault.usual(FaultKind.SCALE_ERROR).with(10));
    assertEquals("S S Error 10b\r\n", other.ask("SI\r\n"));
  }

  @Test
  void aYaohuaFrameWithABadCheckIsBad() {
    ScaleRig rig = new ScaleRig("yaohua").fault(Fault.usual(FaultKind.BAD_CHECKSUM));
    String frame = rig.hear(0.2).substring(0, 15);
    assertTrue(frame.startsWith("WG000.000kg"), frame);
    assertFalse(frame.startsWith("WG000.000kg32"), frame);
    rig.bench().clearFaults("scale");
    rig.fault(Fault.usual(FaultKind.OVERLOAD)).tick(0.3).hush();
    assertTrue(rig.hear(0.2).startsWith("         OL23\r\n"));
  }

  /** The places and patterns by which drivers written by others take the lines apart. */
  @Test
  void driversOfOthersFindWhatTheyLookFor() {
    String sbi = new ScaleRig("sartorius-sbi").put(53_120).settle().ask("\u001bP\r\n");
    assertEquals("N", sbi.substring(0, 6).strip());
    assertEquals("53.12", sbi.substring(7, 16).strip());
    assertEquals("g", sbi.substring(17, 20).strip());

    String and = new ScaleRig("and-standard").put(53_120).settle().hear(0.1);
    assertEquals("+00053.12", and.substring(3, 12));
    assertEquals("g", and.substring(12, 15).strip());
    String model = new ScaleRig("and-standard, output: command").ask("?TN\r\n");
    assertEquals(2, model.split(",", -1).length);

    ScaleRig ohaus = new ScaleRig("ohaus").put(53_120).settle();
    for (String setting : List.of("ON", "1M", "1U", "0FMT")) {
      assertEquals("OK!\r\n", ohaus.ask(setting + "\r\n"), setting);
    }
    String line = ohaus.ask("IP\r\n").replace("\r\n", "");
    assertTrue(line.matches("\\s*(\\S+)\\s+(\\w+)\\s(.)\\s{1,3}(\\w{0,2})"), line);
    assertTrue(ohaus.put(1).lift().tick(0.3).ask("IP\r\n").contains(" g ? G"));
  }

  @Test
  void whatOnlySendsHearsNothing() {
    ScaleRig rig = new ScaleRig("comma-stream").put(12_000).settle();
    rig.say("T\r\nZ\r\n").tick(1).hush();
    assertTrue(rig.hear(0.2).startsWith("ST,GS,+00012.00 g\r\n"));
  }

  /** Zero tracking swallows what drips slowly: half a digit a second. */
  @ParameterizedTest
  @CsvSource({"true, 0.00", "false, 0.24"})
  void zeroTrackingSwallowsWhatCreeps(boolean tracking, String shown) {
    ScaleRig rig = new ScaleRig("ohaus, zero-tracking: " + tracking).put(12_000).settle();
    rig.ask("T\r\n");
    rig.fault(Fault.usual(FaultKind.DRIFT).with(4_000));
    rig.tick(60);
    assertTrue(rig.ask("IP\r\n").contains(shown + " g"), rig.ask("IP\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sartorius-sbi",
        "and-standard",
        "ohaus",
        "comma-stream",
        "yaohua",
        "cas-ecr",
        "mt-sics"
      })
  void aPowerCutForgetsTheTareAndZeroesWhatStandsThere(String model) {
    ScaleRig rig = new ScaleRig(model).put(50_000).cyclePower().settle().lift().settle();
    assertFalse(rig.say(ask(model)).hear(1).contains("50.00 g  \r\n"));
    rig.bench().inWorld("scale", world -> world.putCupBack());
    rig.settle();
    String heard = rig.say(ask(model)).hear(1);
    assertTrue(heard.contains("0.00"), heard);
  }

  private static String ask(String model) {
    return switch (model) {
      case "sartorius-sbi" -> "\u001bP";
      case "ohaus" -> "IP\r\n";
      case "mt-sics" -> "SI\r\n";
      case "cas-ecr" -> "\u0005\u0011";
      default -> "";
    };
  }

  /** Whatever a host sends, in whatever pieces: the scale lives and weighs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sartorius-sbi",
        "and-standard, output: command, er-cd: 1",
        "ohaus",
        "comma-stream",
        "yaohua",
        "cas-ecr",
        "mt-sics, variant: kern"
      })
  void noiseOfAHostEndsNothing(String model) {
    ScaleRig rig = new ScaleRig(model);
    SplittableRandom random = new SplittableRandom(5);
    String letters = "QSIRTZPC0123UMONF?=:.g\u001b_xkf\r\n@ ";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(1, 90); n > 0; n--) {
        text.append(
            random.nextInt(4) == 0
                ? (char) random.nextInt(256)
                : letters.charAt(random.nextInt(letters.length())));
      }
      rig.say(text.toString()).tick(0.002).hush();
    }
    rig.say("\r\nON\r\n0P\r\n1RL\r\n@\r\n").tick(1).cyclePower().settle();
    String name = model.split(",", -1)[0];
    String heard = rig.say(name.equals("and-standard") ? "Q\r\n" : ask(name)).hear(1);
    assertTrue(heard.contains("0.00"), heard);
    assertEquals(Mass.ZERO, rig.bench().truth("scale").scaleTrue());
  }
}

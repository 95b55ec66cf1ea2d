package clinic.mmt.sim.pump.cavro;

import static clinic.mmt.sim.rig.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.rig.PumpRig;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tecan manual 733085-B: strings, errors, sequence numbers, and the liquid they move. */
class CavroWireTest {

  private PumpRig rig = new PumpRig("cavro-oem", "syringe-ul: 5000");
  private int number;

  private String oem(String data) {
    number = number % 7 + 1;
    return oem(number, false, data);
  }

  private String oem(int sequence, boolean repeat, String data) {
    return told(rig.ask(block(sequence, repeat, data)));
  }

  private static byte[] block(int sequence, boolean repeat, String data) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(0x02);
    block.write(0x31);
    block.write(0x30 | sequence | (repeat ? 8 : 0));
    block.writeBytes(data.getBytes(StandardCharsets.US_ASCII));
    block.write(0x03);
    byte sum = 0;
    for (byte next : block.toByteArray()) {
      sum ^= next;
    }
    block.write(sum);
    return block.toByteArray();
  }

  private static String told(byte[] answer) {
    if (answer.length < 5) {
      return "";
    }
    int status = answer[2] & 0xFF;
    String data = new String(answer, 3, answer.length - 5, StandardCharsets.US_ASCII);
    return ((status & 0x20) == 0 ? "busy " : "ready ") + (status & 15) + " " + data;
  }

  /** The data of an answer. */
  private static int number(String answer) {
    return Integer.parseInt(answer.substring(answer.lastIndexOf(' ') + 1));
  }

  private static int error(String answer) {
    return Integer.parseInt(answer.replaceAll("\\D", ""));
  }

  private void ready() {
    oem("ZR");
    untilReady();
  }

  private void untilReady() {
    for (int i = 0; i < 200 && oem("Q").startsWith("busy"); i++) {
      rig.tick(0.1);
    }
  }

  private void fill() {
    ready();
    oem("V3000I1A3000R");
    untilReady();
  }

  @Test
  void afterPowerOnItIsNotInitialised() {
    assertEquals("ready 7 ", oem("Q"));
    assertEquals("ready 7 ", oem("I1P100R"));
    assertEquals("busy 0 ", oem("ZR"));
    untilReady();
    assertEquals("ready 0 ", oem("Q"));
    assertEquals("ready 0 1", oem("?19"));
  }

  @Test
  void orOnlyAMoveIsToldSo() {
    rig = new PumpRig("cavro-oem", "uninitialised: moves");
    assertEquals("ready 0 ", oem("Q"));
    assertEquals("ready 7 ", oem("I1P100R"));
    assertEquals("ready 0 ", oem("Q"), "told once");
  }

  /** 3 mL of a 5 mL syringe are 1800 increments. */
  @Test
  void aStrokeDrawsFromTheBottleAndGoesToTheCup() {
    fill();
    assertEquals("ready 0 3000", oem("?4"));
    assertEquals(0, rig.cup());
    assertNear(5000, rig.truth().leftBottle().microlitres(), 20);
    assertEquals("busy 0 ", oem("O9D1800R"));
    rig.tick(0.5);
    assertEquals("busy 0 1200", oem("?"), "commanded");
    assertTrue(oem("?4").compareTo("busy 0 1200") > 0, "on its way");
    untilReady();
    rig.tick(1);
    assertEquals("ready 0 1200", oem("?4"));
    assertNear(3000, rig.cup(), 12);
    assertEquals(1, rig.truth().runs().size());
    assertNear(3000, rig.truth().runs().getFirst().commanded().microlitres(), 1);
    assertTrue(rig.isConserved());
  }

  /** Without R a string is only kept; a second one takes its place. */
  @Test
  void aStringWithoutRIsKeptAndReplaced() {
    fill();
    oem("O9D1000");
    oem("O9D10");
    assertEquals("ready 0 1", oem("?10"));
    oem("R");
    untilReady();
    assertEquals("ready 0 2990", oem("?"));
    assertEquals("ready 0 0", oem("?10"));
  }

  /** Manual, OEM protocol: the same number with the repeat bit is acknowledged, not executed. */
  @Test
  void aRepeatedBlockIsExecutedOnce() {
    fill();
    assertEquals("busy 0 ", oem(3, false, "O9D100R"));
    assertEquals("busy 0 ", oem(3, true, "O9D100R"));
    untilReady();
    assertEquals("ready 0 2900", oem(6, false, "?"));
    oem(6, true, "O9D100R");
    assertEquals("ready 0 2900", oem("?"), "6 was used last, by the question");
    oem(4, false, "D100R");
    untilReady();
    oem(5, true, "D100R");
    untilReady();
    assertEquals("ready 0 2700", oem("?"), "a number not heard before is executed");
  }

  /** One known driver sends number 1 always: without the repeat bit it counts for nothing. */
  @Test
  void withoutTheRepeatBitTheNumberIsNotLookedAt() {
    fill();
    oem(1, false, "O9D100R");
    untilReady();
    oem(1, false, "O9D100R");
    untilReady();
    assertEquals("ready 0 2800", oem(1, false, "?"));
  }

  @Test
  void aRepeatAfterARefusalTellsTheRefusalAgain() {
    ready();
    assertEquals("ready 3 ", oem(2, false, "A3001R"));
    assertEquals("ready 3 ", oem(2, true, "A3001R"));
    assertEquals("ready 0 ", oem(3, false, "Q"));
  }

  @Test
  void aRepeatedQuestionMayBeAnsweredWithDataAgain() {
    assertEquals("ready 7 0", oem(2, false, "?4"));
    assertEquals("ready 7 ", oem(2, true, "?4"));
    rig = new PumpRig("cavro-oem", "repeat-answer: again");
    oem(2, false, "?4");
    assertEquals("ready 7 0", oem(2, true, "?4"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A3001R | 3",
        "D1R | 3",
        "V7000R | 3",
        "I10R | 3",
        "XYZ!R | 2",
        "QQR | 2",
        "BR | 2",
        "G5R | 4",
        "?99 | 3",
        "N1A24000A0N0R | 0",
        "S14L10v900c900K12R | 0",
        "gM5G3R | 0",
        "J3U30R | 0"
      })
  void stringsAreAnsweredAsTheManualSays(String data, int error) {
    ready();
    assertEquals(error, error(oem(data)));
  }

  @Test
  void whileItMovesAnotherMoveOverflows() {
    fill();
    oem("O9D3000R");
    assertEquals("busy 15 ", oem("D100R"));
    assertEquals("busy 0 ", oem("Q"), "the stroke goes on");
  }

  /** Manual, T: the encoder knows where it stands; R would go on with the string. */
  @Test
  void terminateLeavesTheRestAndTheEncoderTellsHowFar() {
    fill();
    oem("V1000O9D3000R");
    rig.tick(2);
    assertEquals("ready 0 ", oem("T"));
    int at = number(oem("?4"));
    rig.tick(2);
    assertEquals("ready 0 " + at, oem("?4"));
    assertNear(3000 - at, rig.cup() * 3000 / 5000, 10);
    assertTrue(at > 1500 && at < 2500, "stopped at " + at);
  }

  /** Error 9 at step k: all moves are refused until it is initialised again. */
  @Test
  void aBlockedLineOverloadsThePlunger() {
    fill();
    rig.set(Fault.usual(FaultKind.STALL).with(1000).times(1));
    oem("O9D1800R");
    untilReady();
    assertEquals("ready 9 ", oem("Q"));
    assertNear(2400, number(oem("?4")), 8);
    assertEquals("ready 9 1200", oem("?"), "commanded");
    assertEquals("ready 9 ", oem("D10R"));
    oem("Z0,1,1R");
    untilReady();
    assertEquals("ready 0 ", oem("Q"));
    assertNear(1000, rig.cup(), 40);
    assertTrue(rig.isConserved());
  }

  /** Initialising pushes what is in the syringe out of the output port: into the cup. */
  @Test
  void initialisingEmptiesTheSyringeIntoTheCup() {
    fill();
    oem("ZR");
    untilReady();
    rig.tick(1);
    assertNear(5000, rig.cup(), 20);
  }

  @ParameterizedTest
  @CsvSource({"1, ZR", "10, I1R", "9, I1A10R", "6, V1000R"})
  void errorsOfThePumpAreToldUntilItIsInitialised(int code, String command) {
    ready();
    oem("I2R");
    untilReady();
    rig.set(Fault.usual(FaultKind.PUMP_ERROR).with(code).times(1));
    oem(command);
    untilReady();
    assertEquals("ready " + code + " ", oem("Q"));
    ready();
    assertEquals("ready 0 ", oem("Q"));
  }

  @Test
  void countersSurvivePowerAndTellWhetherAMoveWasMade() {
    fill();
    String before = oem("?16");
    oem("O9D100R");
    untilReady();
    String after = oem("?16");
    rig.cyclePower();
    assertEquals("ready 7 " + number(after), oem("?16"));
    assertEquals(number(before) + 1, number(after));
  }

  /** 2 mL of liquid under 3 mL of air: the air empties the line, the liquid stays in it. */
  @Test
  void airIsSuckedWhenTheBottleIsEmpty() {
    ready();
    rig.set(Fault.usual(FaultKind.BOTTLE_EMPTY).with(2000).times(1));
    oem("I1A3000O9A0R");
    untilReady();
    rig.tick(1);
    assertNear(2500, rig.cup(), 10);
    assertTrue(rig.isConserved());
  }

  /** A leaking valve: so much more goes to the spout, from the bottle. */
  @Test
  void overPourIsMoreThanThePumpCounts() {
    fill();
    rig.set(Fault.usual(FaultKind.OVER_POUR).with(1500).times(1));
    oem("O9D1200R");
    untilReady();
    rig.tick(1);
    assertEquals("ready 0 1800", oem("?4"));
    assertNear(3000, rig.cup(), 20);
    assertTrue(rig.isConserved());
  }

  @Test
  void threePortValvesHaveABypassWherePlungersStand() {
    rig = new PumpRig("cavro-oem", "ports: 3, syringe-ul: 5000");
    ready();
    assertEquals("ready 0 o", oem("?6"));
    oem("IP3000OD600R");
    untilReady();
    rig.tick(1);
    assertNear(1000, rig.cup(), 8);
    oem("BR");
    untilReady();
    assertEquals("ready 0 b", oem("?6"));
    assertEquals("ready 11 ", oem("D10R"));
  }

  @Test
  void dtIsUnderstoodUntilAnOemBlockIsSeen() {
    assertEquals("/0g\u0003\r\n", rig.say("/1Q\r", 0.1));
    assertEquals("/0@\u0003\r\n", rig.say("/1ZR\r", 0.1));
    rig.tick(3);
    assertEquals("/0`\u0003\r\n", rig.say("/1Q\r", 0.1));
    assertEquals("", rig.say("/2Q\r", 0.1), "not its address");
    assertEquals("", rig.say("/_V1000R\r", 0.1), "all pumps: none answers");
    oem("Q");
    assertEquals("", rig.say("/1Q\r", 0.1));
    rig.cyclePower();
    assertEquals("/0g\u0003\r\n", rig.say("/1Q\r", 0.1));
  }

  @Test
  void aDtPumpKnowsNoOem() {
    rig = new PumpRig("cavro-dt", "");
    assertEquals("", oem("Q"));
    assertEquals("/0g\u0003\r\n", rig.say("/1Q\r", 0.1));
  }

  @Test
  void theBusyBitMayBeTrueForQOnly() {
    rig = new PumpRig("cavro-oem", "busy-bit: q-only");
    assertEquals("ready 0 ", oem("ZR"));
    assertEquals("busy 0 ", oem("Q"));
  }

  @Test
  void aLowerCaseMoveIsNotToldAsBusy() {
    fill();
    oem("O9R");
    untilReady();
    assertEquals("ready 0 ", oem("d1000R"));
    assertEquals("ready 15 ", oem("D10R"));
  }
}

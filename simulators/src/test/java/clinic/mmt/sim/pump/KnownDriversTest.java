package clinic.mmt.sim.pump;

import static clinic.mmt.sim.rig.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.rig.PumpRig;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * What drivers for the real pumps that are found in public say at their start and for a dose, in
 * their order and with their ends of line, and what they must hear to go on.
 */
class KnownDriversTest {

  /** A Python driver of the Reglo ICC switches events off and on around each of its commands. */
  @Test
  void regloIccWithEventsSwitchedAroundEachCommand() {
    PumpRig rig = new PumpRig("reglo-icc", "");
    assertEquals("*", quietly(rig, "@1"));
    assertEquals("*", quietly(rig, "10"));
    assertEquals("*", quietly(rig, "1~1"));
    assertEquals(4, Integer.parseInt(quietly(rig, "1xA").strip()));
    assertEquals("*", quietly(rig, "0I"));
    String[] fastest = quietly(rig, "1?").split(" ", -1);
    assertTrue(Double.parseDouble(fastest[0]) > 25);
    assertEquals("*", quietly(rig, "1O"));
    assertEquals("*", quietly(rig, "1J"));
    assertEquals(25_000, Double.parseDouble(quietly(rig, "1f2500+1").strip()), 0.1);
    assertEquals(500, Double.parseDouble(quietly(rig, "1v5000-1").strip()), 0.1);
    assertEquals("*", quietly(rig, "1H"));
    String events = rig.hear(3);
    assertTrue(events.contains("^U1|") && events.endsWith("^X1|A\r\n"), events);
    assertNear(500, rig.cup(), 2);
  }

  private static String quietly(PumpRig rig, String command) {
    assertEquals("*", rig.say("1xE0\r", 0.01));
    String answer = rig.say(command + "\r", 0.01);
    assertEquals("*", rig.say("1xE1\r", 0.01));
    return answer;
  }

  /**
   * A Python driver of the XCalibur numbers every block 1, asks for speeds, place and port before
   * it initialises, and initialises when it hears error 7.
   */
  @Test
  void cavroThatInitialisesOnErrorSeven() {
    PumpRig rig = new PumpRig("cavro-oem", "");
    assertEquals(7, error(oem(rig, "N0R")));
    assertEquals(0, error(oem(rig, "Z0,0,9R")));
    rig.tick(2);
    assertEquals("60", Hex.spaced(oem(rig, "Q")).substring(6, 8));
    assertEquals(0, error(oem(rig, "N0R")));
    assertEquals("900", data(oem(rig, "?1")));
    assertEquals("1400", data(oem(rig, "?2")));
    assertEquals("900", data(oem(rig, "?3")));
    assertEquals("0", data(oem(rig, "?")));
    assertEquals("9", data(oem(rig, "?6")));
    assertEquals(0, error(oem(rig, "I1P1500R")));
    rig.tick(4);
    assertEquals(0, error(oem(rig, "S11O9D1500M200R")));
    rig.tick(6);
    assertEquals("0", data(oem(rig, "?4")));
    assertNear(500, rig.cup(), 3);
    assertEquals(0, error(oem(rig, "TR")));
  }

  private static byte[] oem(PumpRig rig, String data) {
    byte[] block = ("\u0002" + "11" + data + "\u0003?").getBytes(StandardCharsets.US_ASCII);
    byte sum = 0;
    for (int i = 0; i < block.length - 1; i++) {
      sum ^= block[i];
    }
    block[block.length - 1] = sum;
    return rig.ask(block);
  }

  private static int error(byte[] answer) {
    return answer[2] & 15;
  }

  private static String data(byte[] answer) {
    return new String(answer, 3, answer.length - 5, StandardCharsets.US_ASCII);
  }

  /** The vendor's own program ends commands with CR, reads lines to CR and looks for *OK. */
  @Test
  void ezoPmpAsTheVendorsProgramTalks() {
    PumpRig rig = new PumpRig("ezo-pmp", "");
    assertTrue(rig.say("I\r", 0.01).matches("\\?[iI],PMP,[0-9.]+\r\\*OK\r"));
    assertEquals("*OK\r", rig.say("c,0\r", 0.01));
    assertEquals("*OK\r", rig.say("d,2\r", 0.01));
    assertEquals("*DONE,2.00\r", rig.hear(2));
    assertEquals("?TV,2.00\r*OK\r", rig.say("tv,?\r", 0.01));
  }
}

package clinic.mmt.sim.token.pn532;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.physics.Hands;
import clinic.mmt.sim.rig.Rig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PN532 user manual: wake-up, acknowledgement, search for cards, exchange. */
class HsuWireTest {

  private static final String ACK = "00 00 FF 00 FF 00";
  private static final String WAKE = "5555 0000000000000000 000000000000";
  private static final String FIRMWARE = "02";
  private static final String CLASSIC = "04A2B3C4";

  private final Rig rig =
      new Rig("devices: [{name: card-1, model: pn532, station: s1}, {name: s, model: mt-sics}]", 1);

  /** Sends a command's code and data, gives all that comes within the time. */
  private String ask(String content, double seconds) {
    byte[] bytes = Hex.parse(content);
    rig.send("card-1", HsuFrameWire.frame(HsuFrameWire.FROM_HOST, bytes, false));
    rig.tick(seconds);
    return Hex.spaced(rig.take("card-1"));
  }

  /** Sends a command, gives answer code and data. */
  private String command(String content) {
    String all = ask(content, 0.3);
    assertTrue(all.startsWith(ACK + " 00 00 FF "), content + ": " + all);
    byte[] answer = Hex.parse(all.substring(ACK.length() + 1));
    if (HsuFrameWire.ERROR.equals(Bytes.of(answer))) {
      return "error";
    }
    boolean extended = answer[3] == -1 && answer[4] == -1;
    String body = Hex.spaced(answer).substring(extended ? 27 : 18);
    return body.substring(0, body.length() - 6);
  }

  private void begin() {
    rig.send("card-1", Hex.parse(WAKE));
    assertEquals("15", command("14 01"));
    assertEquals("33", command("32 05 FF 01 02"));
  }

  private void hold(String card) {
    rig.bench()
        .inWorld(
            "s1",
            world -> {
              world.hands().present(card, Hands.UNTIL_LIFTED);
              return true;
            });
  }

  private void takeAway() {
    rig.bench()
        .inWorld(
            "s1",
            world -> {
              world.hands().present("", 0);
              return true;
            });
    rig.tick(0.01);
  }

  @Test
  void itSleepsUntilItIsWoken() {
    assertEquals("", ask(FIRMWARE, 0.1));
    rig.send("card-1", Hex.parse(WAKE));
    assertEquals("03 32 01 06 07", command(FIRMWARE));
    rig.bench().powerOff("card-1");
    rig.bench().powerOn("card-1");
    assertEquals("", ask(FIRMWARE, 0.1), "asleep again");
    rig.send("card-1", new byte[10]);
    assertEquals("03 32 01 06 07", command(FIRMWARE), "ten zeros wake it too");
    assertEquals("17 00", command("16 F0"));
    assertEquals("", ask(FIRMWARE, 0.1), "powered down");
  }

  @Test
  void withoutSamConfigurationThereIsNoField() {
    rig.send("card-1", Hex.parse(WAKE));
    assertEquals("error", command("4A 01 00"));
    assertEquals("15", command("14 01 14 01"));
    assertEquals("error", command("14 09"), "no such mode");
  }

  @ParameterizedTest
  @CsvSource({
    "04A2B3C4, 4B 01 01 00 04 08 04 04 A2 B3 C4",
    "04A2B3C5:4K, 4B 01 01 00 02 18 04 04 A2 B3 C5",
    "04112233445566, 4B 01 01 00 44 00 07 04 11 22 33 44 55 66",
    "04112233445577:DESFIRE, 4B 01 01 03 44 20 07 04 11 22 33 44 55 77 06 75 77 81 02 80"
  })
  void aCardInTheFieldIsListed(String card, String answer) {
    begin();
    assertEquals("4B 00", command("4A 01 00"), "control: none yet");
    hold(card);
    assertEquals(answer, command("4A 01 00"));
    assertEquals("4B 00", command("4A 01 01"), "another modulation");
    assertEquals("33", command("32 01 00"));
    assertEquals("4B 00", command("4A 01 00"), "field off");
  }

  @Test
  void aCardOfAnotherFrequencyIsNotSeen() {
    begin();
    hold("3C00CE754C");
    assertEquals("4B 00", command("4A 01 00"));
  }

  @Test
  void withTriesWithoutEndTheAnswerWaitsForACardAndAnAckEndsTheSearch() {
    begin();
    command("32 05 FF 01 FF");
    assertEquals(ACK, ask("4A 01 00", 5));
    hold(CLASSIC);
    rig.tick(0.05);
    assertTrue(Hex.spaced(rig.take("card-1")).contains("D5 4B 01"));
    takeAway();
    assertEquals(ACK, ask("4A 01 00", 1));
    rig.send("card-1", Hex.parse(ACK));
    rig.tick(0.05);
    hold(CLASSIC);
    rig.tick(1);
    assertEquals("", Hex.spaced(rig.take("card-1")), "nobody waits any more");
    assertEquals("03 32 01 06 07", command(FIRMWARE));
  }

  @Test
  void blocksAreReadAndWrittenWithTheKeyOfTheirSector() {
    begin();
    hold(CLASSIC);
    command("4A 01 00");
    String key = " FF FF FF FF FF FF ";
    assertEquals("41 14", command("40 01 30 04"), "closed");
    assertEquals("41 14", command("40 01 60 04 00 00 00 00 00 00 04 A2 B3 C4"), "wrong key");
    assertEquals("41 00", command("40 01 60 04" + key + "04 A2 B3 C4"));
    String block = " 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F";
    assertEquals("41 00", command("40 01 A0 04" + block));
    assertEquals("41 00" + block, command("40 01 30 04"));
    assertEquals("41 14", command("40 01 30 08"), "the next sector is closed");
    assertEquals("41 27", command("40 02 30 04"), "no second card");
    takeAway();
    assertEquals("41 01", command("40 01 30 04"), "no card any more");
  }

  @Test
  void anNtagHasPagesAndADesfireItsOwnCommands() {
    begin();
    hold("04112233445566");
    command("4A 01 00");
    assertEquals("41 00 04 11 22 BF 33 44 55 66 44 48 00 00 E1 10 12 00", command("40 01 30 00"));
    assertEquals("41 00", command("40 01 A2 04 AA BB CC DD"));
    assertTrue(command("40 01 30 04").startsWith("41 00 AA BB CC DD 00"));
    hold("04112233445577:DESFIRE");
    command("4A 01 00");
    assertEquals("41 00 6D 00", command("40 01 00 A4 04 00"));
    takeAway();
    assertEquals("41 2B", command("40 01 00 A4 04 00"));
  }

  @Test
  void autoPollAnswersWithTheKindOfTheCard() {
    begin();
    assertEquals("61 00", command("60 01 01 10"));
    hold(CLASSIC);
    assertEquals("61 01 10 09 01 00 04 08 04 04 A2 B3 C4", command("60 FF 01 10"));
  }

  @Test
  void aNackBringsTheLastAnswerAgainAndABadFrameNothing() {
    begin();
    command(FIRMWARE);
    rig.send("card-1", Hex.parse("00 00 FF FF 00 00"));
    rig.tick(0.02);
    assertEquals("00 00 FF 06 FA D5 03 32 01 06 07 E8 00", Hex.spaced(rig.take("card-1")));
    rig.send("card-1", Hex.parse("00 00 FF 02 FE D4 02 2B 00"));
    rig.tick(0.1);
    assertEquals("", Hex.spaced(rig.take("card-1")));
    assertEquals("error", command("7E"), "unknown command");
    assertEquals("error", command("4A 01"), "too short");
    assertEquals("03 32 01 06 07", command(FIRMWARE));
  }

  @Test
  void registersKeepWhatIsWritten() {
    begin();
    assertEquals("09", command("08 63 02 83 63 03 8B"));
    assertEquals("07 83 8B 00", command("06 63 02 63 03 63 05"));
    assertEquals("43 01", command("42"), "no card that understands it");
  }

  @Test
  void longEchoesComeInExtendedFrames() {
    rig.send("card-1", Hex.parse(WAKE));
    String text = "41".repeat(260);
    byte[] request = HsuFrameWire.frame(HsuFrameWire.FROM_HOST, Hex.parse("0000" + text), true);
    rig.send("card-1", request);
    rig.tick(0.1);
    String answer = Hex.dense(rig.take("card-1"));
    assertTrue(answer.contains("0000FFFFFF0107F8D50100" + text), answer);
  }

  @Test
  void twoCardsInTheFieldAreTwoTargetsWhereTwoAreWanted() {
    begin();
    rig.bench().setFault("card-1", Fault.usual(FaultKind.TWO_CARDS));
    hold(CLASSIC);
    assertTrue(command("4A 02 00").startsWith("4B 02 01 00 04 08 04 04 A2 B3 C4 02 00 04"));
    assertTrue(command("4A 01 00").startsWith("4B 01 01 00 04 08 04 04 A2 B3 C4"));
  }

  @Test
  void aSpoiltAnswerFailsItsCheck() {
    begin();
    rig.bench().setFault("card-1", Fault.usual(FaultKind.BAD_CHECKSUM));
    String all = ask(FIRMWARE, 0.1);
    assertTrue(all.endsWith("D5 03 32 01 06 07 E9 00"), all);
    rig.bench().clearFaults("card-1");
    assertFalse(ask(FIRMWARE, 0.1).endsWith("E9 00"), "control");
  }
}

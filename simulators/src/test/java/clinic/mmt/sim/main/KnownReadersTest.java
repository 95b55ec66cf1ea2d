package clinic.mmt.sim.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.physics.Finger;
import clinic.mmt.sim.physics.Hands;
import clinic.mmt.sim.rig.Rig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What public drivers of fingerprint modules and of the PN532 send, as they send it, and what they
 * must hear: some read a fixed number of bytes and take nothing else.
 */
class KnownReadersTest {

  private static Rig rig(String device) {
    return new Rig("devices: [{name: d, station: s1, " + device + "}]", 1);
  }

  private static void lay(Rig rig) {
    rig.bench()
        .inWorld(
            "s1",
            world -> {
              world.hands().lay(new Finger("F0001", Finger.Skin.GOOD), Hands.UNTIL_LIFTED);
              return true;
            });
  }

  /** All that comes within the longest time that such a driver waits. */
  private static byte[] all(Rig rig, String hex, double seconds) {
    rig.send("d", Hex.parse(hex));
    rig.tick(seconds);
    return rig.take("d");
  }

  /** The Adafruit library reads exactly so many bytes of each answer, within a second. */
  @ParameterizedTest
  @CsvSource({
    "13 00 00 00 00, 12",
    "0F, 28",
    "1D, 14",
    "1F 00, 44",
    "1B 01 00 00 00 A2, 16",
    "04 01 00 00 00 A2, 16",
    "03, 14",
    "01, 12",
    "53, 12",
    "0D, 12",
    "0E 05 03, 12"
  })
  void adafruitReadsAFixedNumberOfBytes(String content, int bytes) {
    byte[] command = Hex.parse(content);
    for (String model : new String[] {"zfm-20", "r503"}) {
      assertEquals(bytes, all(rig("model: " + model), packet(command), 1).length, model);
    }
  }

  private static String packet(byte[] content) {
    int sum = 1 + content.length + 2;
    for (byte next : content) {
      sum += next & 0xFF;
    }
    return String.format(
        java.util.Locale.ROOT,
        "EF01FFFFFFFF01%04X%s%04X",
        content.length + 2,
        Hex.dense(content),
        sum);
  }

  /** pyfingerprint writes byte by byte and reads template and image to their last packet. */
  @Test
  void pyfingerprintWritesByteByByte() {
    Rig rig = rig("model: zfm-20");
    lay(rig);
    for (String content : new String[] {"01", "0201", "0202", "05"}) {
      for (byte next : Hex.parse(packet(Hex.parse(content)))) {
        rig.send("d", next);
        rig.tick(0.002);
      }
      rig.tick(0.4);
      assertEquals("00", Hex.spaced(rig.take("d")).substring(27, 29), content);
    }
    assertEquals(12 + 4 * 139, all(rig, packet(Hex.parse("0801")), 1).length);
    assertEquals(12 + 288 * 139, all(rig, packet(Hex.parse("0A")), 1).length);
    assertEquals(12, all(rig, packet(Hex.parse("1700")), 1).length, "its handShake");
  }

  /** libdriver's AS608 waits 300 ms for most answers, 400 for Img2Tz and 500 for GenImg. */
  @ParameterizedTest
  @CsvSource({"01, 0.5", "0201, 0.4", "0F, 0.3", "0D, 0.31", "03, 0.3"})
  void libdriverWaitsAFixedTime(String content, double seconds) {
    Rig rig = rig("model: zfm-20, firmware: as608");
    lay(rig);
    all(rig, packet(Hex.parse("01")), 0.5);
    byte[] answer = all(rig, packet(Hex.parse(content)), seconds);
    assertEquals(0xEF, answer.length == 0 ? 0 : answer[0] & 0xFF, content);
  }

  /** Adafruit's PN532 on UART: seventeen bytes to wake it, SAMConfiguration at once after them. */
  @Test
  void adafruitWakesThePn532AndReadsAcknowledgementAndAnswer() {
    Rig rig = rig("model: pn532, card: 04A2B3C4");
    String wake = "55 55 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00";
    assertEquals(
        "00 00 FF 00 FF 00 00 00 FF 02 FE D5 15 16 00",
        Hex.spaced(all(rig, wake + " 00 00 FF 05 FB D4 14 01 14 01 02 00", 0.1)));
    assertEquals(
        "00 00 FF 00 FF 00 00 00 FF 06 FA D5 03 32 01 06 07 E8 00",
        Hex.spaced(all(rig, "00 00 FF 02 FE D4 02 2A 00", 0.5)));
    assertEquals(
        "00 00 FF 00 FF 00 00 00 FF 0C F4 D5 4B 01 01 00 04 08 04 04 A2 B3 C4 B1 00",
        Hex.spaced(all(rig, "00 00 FF 04 FC D4 4A 01 00 E1 00", 1)));
  }

  /** nfcpy wakes it with zeros and no 55. */
  @Test
  void nfcpyWakesThePn532WithZeros() {
    Rig rig = rig("model: pn532");
    rig.send("d", new byte[10]);
    assertEquals(
        "00 00 FF 00 FF 00 00 00 FF 02 FE D5 15 16 00",
        Hex.spaced(all(rig, "00 00 FF 05 FB D4 14 01 00 00 17 00", 0.1)));
  }
}

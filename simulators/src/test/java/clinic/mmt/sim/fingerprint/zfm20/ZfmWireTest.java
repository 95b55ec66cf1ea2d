package clinic.mmt.sim.fingerprint.zfm20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.physics.Finger;
import clinic.mmt.sim.physics.Hands;
import clinic.mmt.sim.rig.Chunks;
import clinic.mmt.sim.rig.Rig;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** EF01 protocol, ZFM-20 manual. */
class ZfmWireTest {

  private static final long ADDRESS = ZfmLinkWire.USUAL_ADDRESS;

  private final Rig rig = Rig.oneStation();

  private String command(String content) {
    return command(ADDRESS, content);
  }

  /** Sends a command; returns identifier and content of the answer, in hex. */
  private String command(long address, String content) {
    Ef01PacketWire packet =
        new Ef01PacketWire(address, Ef01PacketWire.COMMAND, Bytes.of(Hex.parse(content)));
    return content(rig.ask("finger-1", 2, packet.encode()));
  }

  private static String content(byte[] answer) {
    return answer.length == 0 ? "" : Hex.spaced(Arrays.copyOfRange(answer, 9, answer.length - 2));
  }

  private void lay(String id, Finger.Skin skin) {
    hands(hands -> hands.lay(new Finger(id, skin), Hands.UNTIL_LIFTED));
  }

  private void hands(Consumer<Hands> work) {
    rig.bench()
        .inWorld(
            "s1",
            world -> {
              work.accept(world.hands());
              return true;
            });
  }

  private void download(int buffer, Template template) {
    assertEquals("00", command("09 0" + buffer));
    byte[] bytes = template.bytes();
    for (int at = 0; at < bytes.length; at += 128) {
      int pid = at + 128 < bytes.length ? Ef01PacketWire.DATA : Ef01PacketWire.LAST_DATA;
      Bytes part = Bytes.of(Arrays.copyOfRange(bytes, at, at + 128));
      rig.send("finger-1", new Ef01PacketWire(ADDRESS, pid, part).encode());
      rig.tick(0.01);
    }
    assertEquals(0, rig.take("finger-1").length, "data packets are never acknowledged");
  }

  private void capture(String id, int buffer) {
    lay(id, Finger.Skin.GOOD);
    assertEquals("00", command("01"));
    assertEquals("00", command("02 0" + buffer));
  }

  @Test
  void aFingerMatchesTheTemplateOfItsEnrolment() {
    assertEquals("02", command("01"), "no finger yet");
    capture("F0001", 1);
    download(2, FingerModel.enrolled("F0001"));
    String match = command("03");
    assertTrue(match.startsWith("00 00 "), match);
    assertEquals("00 00 0A", command("0F").substring(0, 8), "passed, image valid");
    download(2, FingerModel.enrolled("F0002"));
    assertEquals("08 00 00", command("03"));
    hands(Hands::liftFinger);
    assertEquals("02", command("01"));
  }

  @Test
  void genuineScoresSpreadAndImpostorsScoreNothing() {
    SplittableRandom random = new SplittableRandom(1);
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int i = 0; i < 300; i++) {
      Template enrolled = FingerModel.enrolled("F" + i);
      int score =
          FingerModel.score(enrolled, FingerModel.capture("F" + i, ModuleType.ZFM_20, random));
      least = Math.min(least, score);
      most = Math.max(most, score);
      assertEquals(
          0, FingerModel.score(enrolled, FingerModel.capture("G" + i, ModuleType.ZFM_20, random)));
    }
    assertTrue(least >= 100 && most <= 205 && most - least > 20, least + " to " + most);
    assertEquals(FingerModel.enrolled("F1").hex(), FingerModel.enrolled("F1").hex());
    assertNotEquals(
        FingerModel.capture("F1", ModuleType.ZFM_20, random),
        FingerModel.capture("F1", ModuleType.ZFM_20, random));
  }

  @Test
  void enrolmentMergesTwoCapturesAndGivesTheTemplateInFourPackets() {
    capture("F0001", 1);
    capture("F0001", 2);
    assertEquals("00", command("05"));
    byte[] upload = upload();
    assertEquals(12 + 4 * 139, upload.length);
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    for (int i = 0; i < 4; i++) {
      int at = 12 + i * 139;
      assertEquals(i < 3 ? Ef01PacketWire.DATA : Ef01PacketWire.LAST_DATA, upload[at + 6]);
      template.write(upload, at + 9, 128);
    }
    capture("F0001", 1);
    download(2, new Template(template.toByteArray()));
    assertTrue(command("03").startsWith("00"));
  }

  private byte[] upload() {
    rig.send(
        "finger-1",
        new Ef01PacketWire(ADDRESS, Ef01PacketWire.COMMAND, Bytes.of(Hex.parse("0801"))).encode());
    rig.tick(0.2);
    return rig.take("finger-1");
  }

  @Test
  void twoDifferentFingersAreNotMerged() {
    capture("F0001", 1);
    capture("F0002", 2);
    assertEquals("0A", command("05"));
  }

  @Test
  void dryAndWetFingersAreCapturedButNotExtracted() {
    assertEquals("15", command("02 01"), "no image yet");
    lay("F0001", Finger.Skin.DRY);
    assertEquals("00", command("01"));
    assertEquals("07", command("02 01"));
    lay("F0001", Finger.Skin.WET);
    command("01");
    assertEquals("06", command("02 01"));
  }

  @Test
  void theLibraryStoresSearchesListsAndForgets() {
    capture("F0001", 1);
    assertEquals("00", command("06 01 00 05"));
    assertEquals("0B", command("06 01 00 A2"));
    assertEquals("00 00 01", command("1D"));
    assertEquals("00 20 00", command("1F 00").substring(0, 8));
    capture("F0001", 2);
    assertTrue(command("04 02 00 00 00 A2").startsWith("00 00 05 "));
    assertTrue(command("1B 02 00 05 00 01").startsWith("00 00 05 "));
    assertEquals("09 00 00 00 00", command("04 02 00 06 00 10"));
    assertEquals("00", command("07 01 00 05"));
    assertEquals("0C", command("07 01 00 06"));
    assertEquals("00", command("0C 00 05 00 01"));
    assertEquals("00 00 00", command("1D"));
    assertEquals("10", command("0C 00 A2 00 01"));
    assertEquals("00", command("0D"));
  }

  @Test
  void settingsAreCheckedAndReported() {
    assertEquals("00", command("0E 05 04"));
    assertEquals("1B", command("0E 05 06"));
    assertEquals("1A", command("0E 07 01"));
    assertEquals("1B", command("0E 04 0D"));
    assertEquals("00", command("0E 06 03"));
    assertEquals("00", command("0E 04 0C"));
    assertEquals("00 00 00 00 00 00 A2 00 04 FF FF FF FF 00 03 00 0C", command("0F"));
  }

  @Test
  void aPasswordMustBeVerifiedAgainAfterPowerOn() {
    assertEquals("00", command("12 0B AD C0 DE"));
    assertEquals("21", command("01"));
    assertEquals("13", command("13 00 00 00 00"));
    assertEquals("00", command("13 0B AD C0 DE"));
    assertEquals("02", command("01"));
    rig.bench().powerOff("finger-1");
    rig.bench().powerOn("finger-1");
    assertEquals("21", command("01"));
    rig.bench().swap("finger-1");
    assertEquals("02", command("01"), "another unit has no password");
  }

  /** EF01 protocol, SetAddr: the answer already carries the new address. */
  @Test
  void otherAddressesStaySilent() {
    String answer = rig.finger("EF 01 FF FF FF FF 01 00 07 15 12 34 56 78 01 31");
    assertEquals("EF 01 12 34 56 78 07 00 03 00 00 0A", answer);
    assertEquals("ack 00 from 12345678", rig.lastMeaning("finger-1", Frame.Direction.OUT));
    assertEquals("", command("01"));
    assertEquals("02", command(0x12345678L, "01"));
  }

  @Test
  void theNotepadKeepsWhatIsWritten() {
    String content = "AB ".repeat(32).strip();
    assertEquals("00", command("18 03 " + content));
    assertEquals("00 " + content, command("19 03"));
    assertEquals("1C", command("19 10"));
    assertEquals("1C", command("18 10 " + content));
  }

  @Test
  void theRestIsAnsweredToo() {
    assertEquals("55", command("53"));
    assertEquals(14, command("14").length());
    assertEquals("00", command("50"));
    assertEquals("00", command("51"));
    assertEquals("02", command("52"));
    assertEquals("0F", command("0A"), "images are not simulated");
    assertEquals("00", command("0B"));
    assertEquals("0D", command("08 01"), "nothing extracted yet");
    assertEquals("01", command("7F"), "unknown");
    assertEquals("01", command("01 00"), "too long");
  }

  @Test
  void aBadSumIsAnsweredWithPacketErrorAndNoiseIsSkipped() {
    assertEquals(
        "EF 01 FF FF FF FF 07 00 03 01 00 0B", rig.finger("EF 01 FF FF FF FF 01 00 03 01 00 06"));
    assertEquals(
        "EF 01 FF FF FF FF 07 00 03 02 00 0C",
        rig.finger("55 EF EF EF 01 FF FF FF FF 01 00 03 01 00 05"));
  }

  @Test
  void aSpoiledDownloadLeavesTheBufferEmpty() {
    capture("F0001", 1);
    assertEquals("00", command("09 02"));
    byte[] half = new byte[128];
    rig.send(
        "finger-1", new Ef01PacketWire(ADDRESS, Ef01PacketWire.LAST_DATA, Bytes.of(half)).encode());
    assertEquals("08 00 00", command("03"));
  }

  @Test
  void everyChunkingOfARequestIsUnderstood() {
    byte[] request = Hex.parse("EF 01 FF FF FF FF 01 00 03 01 00 05");
    Chunks.of(request).forEach(parts -> assertEquals("02", inParts(parts)));
  }

  private String inParts(List<byte[]> parts) {
    for (byte[] part : parts) {
      rig.send("finger-1", part);
      rig.tick(0.002);
    }
    rig.tick(0.1);
    return content(rig.take("finger-1"));
  }

  /** The answers take their time: extraction 300 ms, and a second command waits its turn. */
  @Test
  void commandsAreDoneOneAfterTheOther() {
    lay("F0001", Finger.Skin.GOOD);
    byte[] two = Hex.parse("EF01FFFFFFFF010003010005 EF01FFFFFFFF01000402010008");
    rig.send("finger-1", two);
    rig.tick(0.2);
    assertEquals(0, rig.take("finger-1").length);
    rig.tick(0.2);
    assertEquals(12, rig.take("finger-1").length);
    rig.tick(0.3);
    assertEquals(12, rig.take("finger-1").length);
  }
}

package clinic.mmt.sim.fingerprint.zfm20;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Bytes;
import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.physics.Finger;
import clinic.mmt.sim.physics.Hands;
import clinic.mmt.sim.rig.Rig;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the R503 and the AS608 do otherwise than a ZFM-20; images of all of them. */
class R503WireTest {

  private final Rig r503 = rig("r503");

  private static Rig rig(String model) {
    return new Rig("devices: [{name: finger-1, station: s1, model: " + model + "}]", 1);
  }

  private static byte[] packet(int pid, byte[] content) {
    return new Ef01PacketWire(ZfmLinkWire.USUAL_ADDRESS, pid, Bytes.of(content)).encode();
  }

  private static String command(Rig rig, String content) {
    byte[] answer = rig.ask("finger-1", 2, packet(Ef01PacketWire.COMMAND, Hex.parse(content)));
    return answer.length == 0 ? "" : Hex.spaced(Arrays.copyOfRange(answer, 9, answer.length - 2));
  }

  private static void hands(Rig rig, Consumer<Hands> work) {
    rig.bench()
        .inWorld(
            "s1",
            world -> {
              work.accept(world.hands());
              return true;
            });
  }

  private static void lay(Rig rig, String id, Finger.Skin skin) {
    hands(rig, hands -> hands.lay(new Finger(id, skin), Hands.UNTIL_LIFTED));
  }

  private static void capture(Rig rig, String id, int buffer) {
    lay(rig, id, Finger.Skin.GOOD);
    assertEquals("00", command(rig, "01"));
    assertEquals("00", command(rig, "02 0" + buffer));
  }

  /** All content of the data packets that follow. */
  private static byte[] upload(Rig rig, String content) {
    rig.send("finger-1", packet(Ef01PacketWire.COMMAND, Hex.parse(content)));
    rig.tick(1);
    byte[] all = rig.take("finger-1");
    assertEquals(0, all[9], "acknowledged");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 12;
    while (at < all.length) {
      int bytes = (int) Ef01PacketWire.read(all, at + 7, 2) - Ef01PacketWire.SUM_BYTES;
      out.write(all, at + 9, bytes);
      at += 11 + bytes;
      assertEquals(at < all.length ? 2 : 8, all[at - 5 - bytes], "only the last one is 08");
    }
    return out.toByteArray();
  }

  private static void download(Rig rig, String content, byte[] bytes) {
    assertEquals("00", command(rig, content));
    for (int at = 0; at < bytes.length; at += 128) {
      int pid = at + 128 < bytes.length ? Ef01PacketWire.DATA : Ef01PacketWire.LAST_DATA;
      rig.send("finger-1", packet(pid, Arrays.copyOfRange(bytes, at, at + 128)));
    }
    rig.tick(0.01);
  }

  @Test
  void aTemplateOfTheR503HasTwelvePacketsAndServesOneToOne() {
    for (int buffer = 1; buffer <= 4; buffer++) {
      capture(r503, "F0001", buffer);
    }
    assertEquals("00", command(r503, "05"));
    byte[] template = upload(r503, "08 01");
    assertEquals(1536, template.length);
    capture(r503, "F0001", 1);
    download(r503, "09 02", template);
    assertTrue(command(r503, "03").startsWith("00 00 "));
    capture(r503, "F0002", 1);
    assertEquals("08 00 00", command(r503, "03"));
    download(r503, "09 02", FingerModel.enrolled("F0002", ModuleType.R503).bytes());
    assertTrue(command(r503, "03").startsWith("00 00 "), "as the control port gives it");
  }

  @Test
  void differentFingersAreNotMerged() {
    capture(r503, "F0001", 1);
    assertEquals("0A", command(r503, "05"), "one capture is not enough");
    capture(r503, "F0002", 2);
    assertEquals("0A", command(r503, "05"));
  }

  @Test
  void settingsHoldFromTheNextStartOn() {
    assertEquals("00", command(r503, "0E 05 05"));
    assertEquals("00", command(r503, "0E 06 03"));
    assertEquals("1B", command(r503, "0E 04 03"), "28800 baud is not one of its speeds");
    String before = "00 00 00 00 00 00 C8 00 03 FF FF FF FF 00 02 00 06";
    assertEquals(before, command(r503, "0F"));
    r503.bench().powerOff("finger-1");
    r503.bench().powerOn("finger-1");
    r503.tick(0.1);
    assertEquals("55", Hex.spaced(r503.take("finger-1")));
    assertEquals("00 00 00 00 00 00 C8 00 05 FF FF FF FF 00 03 00 06", command(r503, "0F"));
  }

  @Test
  void aSoftResetIsAcknowledgedAndEndsWithALone55() {
    capture(r503, "F0001", 1);
    r503.send("finger-1", packet(Ef01PacketWire.COMMAND, Hex.parse("3D")));
    r503.tick(0.2);
    assertEquals("EF 01 FF FF FF FF 07 00 03 00 00 0A 55", Hex.spaced(r503.take("finger-1")));
    assertEquals("15", command(r503, "02 01"), "the image is gone");
  }

  @Test
  void whatOnlyAnR503KnowsIsUnknownToTheOthers() {
    assertEquals("00", command(r503, "40"));
    assertEquals("00", command(r503, "36"));
    assertEquals("00", command(r503, "35 01 80 02 03"));
    assertEquals("FE", command(r503, "35 09 80 02 03"));
    assertEquals("FC", command(r503, "50"));
    assertEquals("01", command(rig("zfm-20"), "40"));
    assertEquals("01", command(rig("zfm-20"), "11"));
  }

  @Test
  void getImageExLooksAtTheImage() {
    lay(r503, "F0001", Finger.Skin.DRY);
    assertEquals("00", command(r503, "01"));
    assertEquals("07", command(r503, "28"));
    lay(r503, "F0001", Finger.Skin.GOOD);
    assertEquals("00", command(r503, "28"));
    hands(r503, Hands::liftFinger);
    assertEquals("02", command(r503, "28"));
  }

  /** Contents of the reports of one automatic command, its last one included. */
  private static List<String> reports(Rig rig, String content, double seconds) {
    rig.send("finger-1", packet(Ef01PacketWire.COMMAND, Hex.parse(content)));
    rig.tick(seconds);
    List<String> reports = new ArrayList<>();
    byte[] all = rig.take("finger-1");
    int at = 0;
    while (at < all.length) {
      int bytes = (int) Ef01PacketWire.read(all, at + 7, 2) - Ef01PacketWire.SUM_BYTES;
      reports.add(Hex.spaced(Arrays.copyOfRange(all, at + 9, at + 9 + bytes)));
      at += 11 + bytes;
    }
    return reports;
  }

  @ParameterizedTest
  @CsvSource({"r503, 0A, 0B, 0C", "'r503, enroll-steps: 10', 10, 11, 12"})
  void autoEnrollReportsItsSteps(String model, String tenth, String eleventh, String twelfth) {
    Rig rig = rig(model);
    lay(rig, "F0001", Finger.Skin.GOOD);
    List<String> wanted = new ArrayList<>();
    List.of("01", "02", "03", "04", "05", "06", "07", "08", "09", tenth, eleventh, twelfth)
        .forEach(step -> wanted.add("00 " + step + " 00"));
    wanted.addAll(List.of("00 0D 00", "00 0E 00", "00 0F 05"));
    assertEquals(wanted, reports(rig, "31 05 00 00 01 00", 5));
    assertEquals(List.of("27 0D 00"), reports(rig, "31 06 00 00 00 00", 5), "enrolled already");
    assertEquals(List.of("22 00 00"), reports(rig, "31 05 00 00 00 00", 1), "no overwriting");
    assertEquals(List.of("00 0F 00"), reports(rig, "31 C8 00 01 00 00", 5), "next free page");
  }

  @Test
  void autoEnrollWaitsForTheFingerToBeLiftedAndGivesUpInTheEnd() {
    lay(r503, "F0001", Finger.Skin.GOOD);
    assertEquals(
        List.of("00 01 00", "00 02 00", "26 03 00"), reports(r503, "31 05 00 00 01 01", 12));
    hands(r503, Hands::liftFinger);
    assertEquals(List.of("26 01 00"), reports(r503, "31 05 00 00 00 00", 12), "ten seconds");
    assertEquals(List.of(), reports(rig("r503, patience-s: 15"), "31 05 00 00 00 00", 12));
  }

  @Test
  void autoIdentifyFindsOrDoesNot() {
    lay(r503, "F0001", Finger.Skin.GOOD);
    assertEquals(List.of("24 03 00 00 00 00"), reports(r503, "32 03 00 C8 00 01", 2), "empty");
    reports(r503, "31 05 00 00 00 00", 5);
    List<String> found = reports(r503, "32 03 00 C8 01 01", 2);
    assertEquals(List.of("00 01 00 00 00 00", "00 02 00 00 00 00"), found.subList(0, 2));
    assertTrue(found.getLast().startsWith("00 03 00 05 00 "), found.getLast());
    lay(r503, "F0002", Finger.Skin.GOOD);
    assertEquals(List.of("09 03 00 00 00 00"), reports(r503, "32 03 00 C8 00 01", 2));
    lay(r503, "F0002", Finger.Skin.WET);
    assertEquals(List.of("06 02 00 00 00 00"), reports(r503, "32 03 00 C8 00 01", 2));
    assertEquals(List.of("00"), reports(r503, "30", 1), "cancel");
  }

  @ParameterizedTest
  @CsvSource({"zfm-20, 256, 288", "r503, 192, 192"})
  void imagesGoOutAndComeBack(String model, int width, int height) {
    Rig rig = rig(model);
    assertEquals("0F", command(rig, "0A"), "no image yet");
    lay(rig, "F0001", Finger.Skin.GOOD);
    command(rig, "01");
    byte[] first = upload(rig, "0A");
    assertEquals(width * height / 2, first.length);
    command(rig, "01");
    assertTrue(!Arrays.equals(first, upload(rig, "0A")), "no two impressions are equal");
    capture(rig, "F0002", 1);
    download(rig, "0B", first);
    assertEquals("00", command(rig, "02 02"));
    assertEquals("08 00 00", command(rig, "03"), "it is F0001's");
    capture(rig, "F0001", 1);
    assertTrue(command(rig, "03").startsWith("00 00 "));
  }

  /** Dark ridges on light ground, and not all of one grey. */
  @Test
  void anImageLooksLikeAFinger() {
    byte[] image =
        FingerImage.impression(new Finger("F0001", Finger.Skin.GOOD), 1, ModuleType.ZFM_20);
    int[] greys = new int[16];
    for (byte two : image) {
      greys[(two >> 4) & 0x0F]++;
      greys[two & 0x0F]++;
    }
    int pixels = 256 * 288;
    assertTrue(greys[0] > pixels / 20 && greys[15] > pixels / 4, Arrays.toString(greys));
    assertEquals(15, (image[0] >> 4) & 0x0F, "the corner is not touched");
  }

  @Test
  void anAs608HasItsOwnCodesAndOneShotCommands() {
    Rig rig = rig("zfm-20, firmware: as608");
    lay(rig, "F0001", Finger.Skin.DRY);
    command(rig, "01");
    assertEquals("04", command(rig, "02 01"));
    assertEquals("1E 00 00", command(rig, "10"));
    lay(rig, "F0001", Finger.Skin.WET);
    command(rig, "01");
    assertEquals("05", command(rig, "02 01"));
    lay(rig, "F0001", Finger.Skin.GOOD);
    assertEquals("00 00 00", command(rig, "10"));
    assertTrue(command(rig, "11").startsWith("00 00 00 00 "));
    lay(rig, "F0002", Finger.Skin.GOOD);
    assertEquals("09 00 00 00 00", command(rig, "11"));
  }

  @Test
  void theInformationPageHas512Bytes() {
    assertEquals(512, upload(rig("zfm-20"), "16").length);
  }
}

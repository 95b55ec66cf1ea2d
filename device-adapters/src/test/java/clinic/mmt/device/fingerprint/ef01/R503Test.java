package clinic.mmt.device.fingerprint.ef01;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.VerifyLimits;
import clinic.mmt.device.frame.Ef01Framing;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** GROW R503 manual: what it has that the others have not. */
@Timeout(60)
class R503Test {

  private static final VerifyLimits ONE = new VerifyLimits(1, 20_000);
  private static final Octets NO_MARK = Octets.of(new byte[32]);
  private static final FingerTemplate TEMPLATE = new FingerTemplate(new byte[1536]);

  private final MemoryLink link = new MemoryLink();
  private final Ef01Reader reader =
      Ef01Reader.open("finger", link, Ef01Options.USUAL.as(Ef01Product.R503));

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void commandsHaveTheBytesOfTheirVectors() {
    Map<String, Ef01Command> commands =
        Map.of(
            "AuraLedConfig 1 128 2 3", Ef01Command.auraLedConfig(1, 128, 2, 3),
            "AuraLedConfig 2 32 1 5", Aura.MISMATCH.command(),
            "CheckSensor", Ef01Command.CHECK_SENSOR,
            "GetImageEx", Ef01Command.GET_IMAGE_EX,
            "GetFwVer", Ef01Command.GET_FW_VER,
            "ReadProdInfo", Ef01Command.READ_PROD_INFO,
            "Img2Tz 6", Ef01Command.img2Tz(6));
    List<Vectors.Vector> known =
        Vectors.of("r503/vectors/commands.txt").stream()
            .filter(v -> commands.containsKey(v.meaning()))
            .toList();

    assertEquals(commands.size(), known.size(), "control: every command has a vector");
    for (Vectors.Vector vector : known) {
      Ef01Command command = Objects.requireNonNull(commands.get(vector.meaning()));
      assertEquals(vector.bytes().hex(), command.frame(-1).bytes().hex(), vector.meaning());
    }
  }

  /** The lone byte after power-on stands before the first answer. */
  @Test
  void saysItsOwnNameFirmwareAndNumber() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> reply = new Reply<>();
    link.say(vector("ready").toArray());
    reader.identify(reply);
    passwordIsRight();
    hears(command(Octets.of(0x3C)));
    link.say(vector("ReadProdInfo").toArray());
    hears(command(Octets.of(0x3A)));
    link.say(vector("GetFwVer").toArray());
    step(Octets.of(0x19, 0), ok(NO_MARK));

    assertEquals(
        new DeviceIdentity("R503", "R503-FW-1.4.1", Optional.of("2601-00000001")), value(reply));
  }

  @Test
  void anotherProductIsRefused() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> reply = new Reply<>();
    reader.identify(reply);
    passwordIsRight();
    step(Octets.of(0x3C), ok(product("ZW101", "00000001")));

    assertEquals(new Fault.WrongDevice("ReadProdInfo", "R503", "ZW101"), fault(reply));
  }

  @Test
  void aBadSensorIsFoundBeforeAnybodyComes() throws InterruptedException {
    Reply<Answer<Integer>> reply = new Reply<>();
    reader.prepare(reply);
    passwordIsRight();
    step(Octets.of(0x3C), ok(product("R503", "00000001")));
    step(Octets.of(0x36), Octets.of(0x29));

    assertEquals(new Fault.Refused("CheckSensor", "29"), fault(reply));
  }

  private void prepared() throws InterruptedException {
    Reply<Answer<Integer>> reply = new Reply<>();
    reader.prepare(reply);
    passwordIsRight();
    step(Octets.of(0x3C), ok(product("R503", "00000001")));
    step(Octets.of(0x36), ok());
    step(
        Octets.of(0x0F),
        ok(Octets.of(0, 4, 0, 0, 0, 200, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF, 0, 2, 0, 6)));
    step(Octets.of(0x1D), ok(Octets.of(0, 0)));
    step(Octets.of(0x19, 0), ok(NO_MARK));
    assertEquals(0, value(reply));
  }

  @Test
  void anotherUnitOfTheSameProductIsNoticedBeforeTheNextPatient() throws InterruptedException {
    prepared();
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), ONE, reply);
    passwordIsRight();
    step(Octets.of(0x19, 0), ok(NO_MARK));
    step(Octets.of(0x3C), ok(product("R503", "00000002")));

    assertEquals(
        new Fault.WrongDevice("ReadProdInfo", "2601-00000001", "2601-00000002"), fault(reply));
  }

  private Reply<Answer<FingerResult>> verifying(Octets answerToLight) throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), ONE, reply);
    passwordIsRight();
    step(Octets.of(0x19, 0), ok(NO_MARK));
    step(Octets.of(0x35, 1, 0x80, 2, 0), answerToLight);
    step(Octets.of(0x28), Octets.of(2));
    step(Octets.of(0x28), ok());
    step(Octets.of(2, 1), ok());
    step(Octets.of(9, 2), ok());
    for (int from = 0; from < 1536; from += 128) {
      boolean last = from == 1408;
      hears(Ef01Framing.packet(-1, last ? 8 : 2, Octets.of(new byte[128])));
    }
    return reply;
  }

  @Test
  void aTemplateOfTwelvePacketsIsMatchedAndTheLightSaysSo() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = verifying(ok());
    step(Octets.of(3), Octets.of(0, 0, 100));
    step(Octets.of(0x35, 2, 0x20, 2, 3), ok());

    assertEquals(new FingerResult.Match(0, 100, 1), value(reply));
  }

  /** Older firmware knows no light: that changes no result. */
  @Test
  void withoutLightTheResultIsTheSame() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = verifying(Octets.of(0xFC));
    step(Octets.of(3), Octets.of(8, 0, 0));
    step(Octets.of(0x35, 2, 0x20, 1, 5), Octets.of(0xFC));

    assertEquals(new FingerResult.Mismatch(0, 1), value(reply));
  }

  @Test
  void aLightThatNeverAnswersIsNoTroubleEither() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), ONE, reply);
    passwordIsRight();
    step(Octets.of(0x19, 0), ok(NO_MARK));
    hears(command(Octets.of(0x35, 1, 0x80, 2, 0)));
    step(Octets.of(0x28), Octets.of(0x07));
    hears(command(Octets.of(0x35, 4, 0, 2, 0)));

    assertEquals(new FingerResult.NoRead(FingerResult.Reason.TOO_FEW_FEATURES, 1), value(reply));
  }

  /** The manual recommends at least four captures. */
  @Test
  void fourCapturesMakeATemplate() throws InterruptedException {
    Reply<Answer<FingerTemplate>> reply = new Reply<>();
    reader.enrol(ONE, reply);
    passwordIsRight();
    step(Octets.of(0x19, 0), ok(NO_MARK));
    step(Octets.of(0x35, 1, 0x80, 2, 0), ok());
    for (int buffer = 1; buffer <= 4; buffer++) {
      captured(buffer);
    }
    step(Octets.of(5), ok());
    step(Octets.of(8, 1), ok());
    for (int i = 0; i < 12; i++) {
      link.say(Ef01Framing.packet(-1, i == 11 ? 8 : 2, Octets.of(new byte[128])).toArray());
    }
    captured(1);
    step(Octets.of(9, 2), ok());
    hears(Ef01Framing.packet(-1, 2, Octets.of(new byte[128])));
    link.written(11 * 139, 5_000);
    step(Octets.of(3), Octets.of(0, 0, 100));

    assertArrayEquals(TEMPLATE.bytes(), value(reply).bytes());
  }

  /** A cancelled reading leaves no light breathing. */
  @Test
  void theLightGoesOutAfterACancelledReading() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), ONE, reply);
    passwordIsRight();
    step(Octets.of(0x19, 0), ok(NO_MARK));
    step(Octets.of(0x35, 1, 0x80, 2, 0), ok());
    step(Octets.of(0x28), Octets.of(2));
    reader.cancel();
    FingerResult result = value(reply);
    assertTrue(
        result instanceof FingerResult.NoRead(FingerResult.Reason reason, int attempts)
            && reason == FingerResult.Reason.CANCELLED
            && attempts == 0);
    step(Octets.of(0x35, 4, 0, 2, 0), ok());
    step(Octets.of(1), Octets.of(2));
  }

  private void captured(int buffer) throws InterruptedException {
    step(Octets.of(1), Octets.of(2));
    step(Octets.of(0x28), ok());
    step(Octets.of(2, buffer), ok());
  }

  private void passwordIsRight() throws InterruptedException {
    step(Octets.of(0x13, 0, 0, 0, 0), ok());
  }

  private void step(Octets heard, Octets said) throws InterruptedException {
    hears(command(heard));
    link.say(Ef01Framing.packet(-1, 7, said).toArray());
  }

  private void hears(Octets expected) throws InterruptedException {
    assertEquals(expected.hex(), Octets.of(link.written(expected.length(), 5_000)).hex());
  }

  private static Octets command(Octets content) {
    return Ef01Framing.packet(-1, 1, content);
  }

  private static Octets ok() {
    return Octets.of(0);
  }

  private static Octets ok(Octets parameters) {
    return ok().plus(parameters);
  }

  private static Octets product(String model, String serial) {
    Octets name = Octets.ascii(model).plus(Octets.of(new byte[16 - model.length()]));
    return name.plus(Octets.ascii("2601" + serial)).plus(Octets.of(new byte[18]));
  }

  private static Octets vector(String meaning) {
    return Vectors.of("r503/vectors/acks.txt").stream()
        .filter(v -> v.meaning().startsWith(meaning))
        .findFirst()
        .map(Vectors.Vector::bytes)
        .orElseThrow();
  }
}

package clinic.mmt.device.fingerprint.ef01;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.FrameRecord;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.VerifyLimits;
import clinic.mmt.device.frame.Ef01Framing;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** ZFM-20 manual, chapter 4: bytes out, bytes in. */
@Timeout(60)
class Ef01ReaderTest {

  private static final VerifyLimits ONE = new VerifyLimits(1, 20_000);
  private static final VerifyLimits THREE = new VerifyLimits(3, 20_000);
  private static final Octets NO_MARK = Octets.of(new byte[32]);
  private static final FingerTemplate TEMPLATE = template(0);
  private static final FingerTemplate ZEROS = new FingerTemplate(new byte[512]);

  private final MemoryLink link = new MemoryLink();
  private final Ef01Reader reader = Ef01Reader.open("finger", link, Ef01Options.USUAL);

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void verifiesExactlyAsTheTranscriptOfTheManual() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), ONE, reply);
    for (Vectors.Vector step : Vectors.of("zfm-20/vectors/transcript-verify.txt")) {
      if (step.id().equals("T17")) {
        break; // The next verification asks for the lifted finger, not this one.
      }
      exchange(step);
    }
    assertEquals(new FingerResult.Match(0, 155, 1), value(reply));
  }

  /** Between password and first GenImg the driver also asks for the module's mark. */
  private void exchange(Vectors.Vector step) throws InterruptedException {
    if (step.toDevice()) {
      hears(step.bytes());
    } else {
      link.say(step.bytes().toArray());
    }
    if (step.id().equals("T2")) {
      step(Octets.of(0x19, 0), ok(NO_MARK));
    }
  }

  @Test
  void identifiesItselfByItsMark() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> reply = new Reply<>();
    reader.identify(reply);
    passwordIsRight();
    hears(command(Octets.of(0x0F)));
    link.say(vector("A5").toArray());
    step(Octets.of(0x19, 0), vectorContent("A29"));

    DeviceIdentity identity = value(reply);
    assertEquals("EF01 library 162", identity.model());
    assertTrue(identity.serial().orElseThrow().startsWith("0102"), identity.text());
  }

  @Test
  void preparesAndEmptiesALibraryThatIsNotEmpty() throws InterruptedException {
    Reply<Answer<Integer>> reply = new Reply<>();
    reader.prepare(reply);
    passwordIsRight();
    step(Octets.of(0x0F), sysPara(4));
    step(Octets.of(0x0E, 5, 3), ok());
    step(Octets.of(0x1D), ok(Octets.of(0, 3)));
    step(Octets.of(0x0D), ok());
    step(Octets.of(0x19, 0), ok(NO_MARK));

    assertEquals(3, value(reply));
  }

  @Test
  void aWrongPasswordIsRefusedWithItsCode() throws InterruptedException {
    Reply<Answer<Integer>> reply = new Reply<>();
    reader.prepare(reply);
    step(Octets.of(0x13, 0, 0, 0, 0), Octets.of(0x13));

    assertEquals(new Fault.Refused("VfyPwd", "13"), fault(reply));
  }

  @Test
  void aSwappedModuleIsNoticedBeforeTheNextPatient() throws InterruptedException {
    Reply<Answer<Integer>> prepared = new Reply<>();
    reader.prepare(prepared);
    passwordIsRight();
    step(Octets.of(0x0F), sysPara(3));
    step(Octets.of(0x1D), ok(Octets.of(0, 0)));
    step(Octets.of(0x19, 0), vectorContent("A29"));
    assertEquals(0, value(prepared));

    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), ONE, reply);
    passwordIsRight();
    step(Octets.of(0x19, 0), ok(NO_MARK));
    assertInstanceOf(Fault.WrongDevice.class, fault(reply));
  }

  @Test
  void comparesAllTemplatesWithOneCapture() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE, template(7)), ONE, reply);
    isTheSame();
    captured(1);
    downloaded(TEMPLATE);
    step(Octets.of(3), Octets.of(0x08, 0, 0));
    downloaded(template(7));
    step(Octets.of(3), Octets.of(0, 0, 100));

    assertEquals(new FingerResult.Match(1, 100, 1), value(reply));
  }

  @Test
  void aGoodImageThatMatchesNothingIsAMismatchAfterAllAttempts() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), new VerifyLimits(2, 20_000), reply);
    isTheSame();
    captured(1);
    downloaded(TEMPLATE);
    step(Octets.of(3), Octets.of(0x08, 0, 12));
    lifted();
    // A short negative answer, as some firmware gives it.
    captured(1);
    downloaded(TEMPLATE);
    step(Octets.of(3), Octets.of(0x08));

    assertEquals(new FingerResult.Mismatch(0, 2), value(reply));
  }

  @Test
  void poorImagesAreNoReadWithTheirReason() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), new VerifyLimits(2, 20_000), reply);
    isTheSame();
    step(Octets.of(1), ok());
    step(Octets.of(2, 1), Octets.of(0x06));
    lifted();
    step(Octets.of(1), ok());
    step(Octets.of(2, 1), Octets.of(0x07));

    assertEquals(new FingerResult.NoRead(FingerResult.Reason.TOO_FEW_FEATURES, 2), value(reply));
  }

  @Test
  void nobodyComesInTime() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), new VerifyLimits(3, 300), reply);
    isTheSame();
    while (reply.isEmpty()) {
      if (link.written(12, 300).length == 12) {
        link.say(ack(Octets.of(2)).toArray());
      }
    }
    assertEquals(new FingerResult.NoRead(FingerResult.Reason.NO_FINGER, 0), value(reply));
  }

  @Test
  void theNextVerificationWaitsUntilTheLastFingerIsLifted() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    matches(reply);
    reader.verify(List.of(TEMPLATE), ONE, reply);
    isTheSame();
    downloaded(ZEROS);
    step(Octets.of(1), ok());
    lifted();
    captured(1);
    downloaded(TEMPLATE);
    step(Octets.of(3), Octets.of(0, 0, 155));

    assertEquals(new FingerResult.Match(0, 155, 1), value(reply));
  }

  /** A template that fails to arrive is never compared with the person before. */
  @Test
  void ofAComparedPersonNothingStaysInTheModule() throws InterruptedException {
    matches(new Reply<>());
    downloaded(ZEROS);
    lifted();
    assertEquals(0, link.written(1, 300).length, "once, and then the line is quiet");
  }

  @Test
  void cancelEndsAVerificationWithinTwoTenthsOfASecond() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), THREE, reply);
    isTheSame();
    hears(command(Octets.of(1)));
    long since = System.nanoTime();
    reader.cancel();

    assertEquals(new FingerResult.NoRead(FingerResult.Reason.CANCELLED, 0), value(reply));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    assertTrue(millis <= 200, "took " + millis + " ms");
  }

  @Test
  void theAnswerThatACancelledQuestionIsOwedIsNotTakenForTheNext() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), THREE, reply);
    isTheSame();
    hears(command(Octets.of(1)));
    reader.cancel();
    value(reply);
    Reply<Answer<Integer>> prepared = new Reply<>();
    reader.prepare(prepared);
    assertEquals(0, link.written(1, 100).length, "control: it waits for what it is owed");
    link.say(ack(Octets.of(0)).toArray());
    step(Octets.of(0x13, 0, 0, 0, 0), Octets.of(0x13));

    assertEquals(new Fault.Refused("VfyPwd", "13"), fault(prepared));
  }

  @Test
  void aTemplateThatTheModuleRefusesIsAFault() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), ONE, reply);
    isTheSame();
    captured(1);
    step(Octets.of(9, 2), Octets.of(0x0E));

    assertEquals(new Fault.Refused("DownChar 2", "0E"), fault(reply));
  }

  @Test
  void aPacketErrorIsAskedAgain() throws InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(TEMPLATE), ONE, reply);
    step(Octets.of(0x13, 0, 0, 0, 0), Octets.of(0x01));
    isTheSame();
    captured(1);
    downloaded(TEMPLATE);
    step(Octets.of(3), Octets.of(0, 0, 155));

    assertEquals(new FingerResult.Match(0, 155, 1), value(reply));
  }

  @Test
  void enrolsWithTwoCapturesAndProvesTheTemplateByAThird() throws InterruptedException {
    Reply<Answer<FingerTemplate>> reply = new Reply<>();
    enrolUpToProof(reply);
    step(Octets.of(3), Octets.of(0, 0, 155));

    assertArrayEquals(TEMPLATE.bytes(), value(reply).bytes());
  }

  @Test
  void aTemplateThatItsOwnFingerDoesNotMatchIsNotEnrolled() throws InterruptedException {
    Reply<Answer<FingerTemplate>> reply = new Reply<>();
    enrolUpToProof(reply);
    step(Octets.of(3), Octets.of(0x08, 0, 0));

    assertEquals(new Fault.Refused("Match", "08"), fault(reply));
  }

  @Test
  void framesNeverShowATemplateOrThePassword() throws InterruptedException {
    Reply<Answer<FingerTemplate>> reply = new Reply<>();
    enrolUpToProof(reply);
    step(Octets.of(3), Octets.of(0, 0, 155));
    value(reply);
    List<FrameRecord> frames = reader.frames();

    assertTrue(frames.size() > 20, "control: frames were kept");
    String piece = Octets.of(TEMPLATE.bytes()).slice(0, 8).hex();
    assertFalse(frames.stream().anyMatch(f -> f.hex().contains(piece)));
    assertFalse(frames.stream().anyMatch(f -> f.hex().contains("13 00 00 00 00")));
  }

  private void enrolUpToProof(Reply<Answer<FingerTemplate>> reply) throws InterruptedException {
    reader.enrol(THREE, reply);
    isTheSame();
    lifted();
    captured(1);
    lifted();
    captured(2);
    step(Octets.of(5), ok());
    step(Octets.of(8, 1), ok());
    Octets bytes = Octets.of(TEMPLATE.bytes());
    for (int from = 0; from < 512; from += 128) {
      Octets piece = bytes.slice(from, from + 128);
      link.say(Ef01Framing.packet(-1, from == 384 ? 8 : 2, piece).toArray());
    }
    lifted();
    captured(1);
    downloaded(TEMPLATE);
  }

  private void matches(Reply<Answer<FingerResult>> reply) throws InterruptedException {
    reader.verify(List.of(TEMPLATE), ONE, reply);
    isTheSame();
    captured(1);
    downloaded(TEMPLATE);
    step(Octets.of(3), Octets.of(0, 0, 155));
    value(reply);
  }

  private void isTheSame() throws InterruptedException {
    passwordIsRight();
    step(Octets.of(0x19, 0), ok(NO_MARK));
  }

  private void passwordIsRight() throws InterruptedException {
    step(Octets.of(0x13, 0, 0, 0, 0), ok());
  }

  private void lifted() throws InterruptedException {
    step(Octets.of(1), Octets.of(2));
  }

  private void captured(int buffer) throws InterruptedException {
    step(Octets.of(1), ok());
    step(Octets.of(2, buffer), ok());
  }

  private void downloaded(FingerTemplate template) throws InterruptedException {
    step(Octets.of(9, 2), ok());
    Octets bytes = Octets.of(template.bytes());
    for (int from = 0; from < 512; from += 128) {
      hears(Ef01Framing.packet(-1, from == 384 ? 8 : 2, bytes.slice(from, from + 128)));
    }
  }

  private void step(Octets heard, Octets said) throws InterruptedException {
    hears(command(heard));
    link.say(ack(said).toArray());
  }

  private void hears(Octets expected) throws InterruptedException {
    assertEquals(expected.hex(), Octets.of(link.written(expected.length(), 5_000)).hex());
  }

  private static Octets command(Octets content) {
    return Ef01Framing.packet(-1, 1, content);
  }

  private static Octets ack(Octets content) {
    return Ef01Framing.packet(-1, 7, content);
  }

  private static Octets ok() {
    return Octets.of(0);
  }

  private static Octets ok(Octets parameters) {
    return ok().plus(parameters);
  }

  private static Octets sysPara(int level) {
    return ok(Octets.of(0, 0, 0, 0, 0, 0xA2, 0, level, 0xFF, 0xFF, 0xFF, 0xFF, 0, 2, 0, 6));
  }

  private static Octets vector(String id) {
    return Vectors.of("zfm-20/vectors/acks.txt").stream()
        .filter(v -> v.id().equals(id))
        .findFirst()
        .map(Vectors.Vector::bytes)
        .orElseThrow();
  }

  private static Octets vectorContent(String id) {
    Octets bytes = vector(id);
    return bytes.slice(Ef01Framing.HEAD, bytes.length() - 2);
  }

  private static FingerTemplate template(int shift) {
    byte[] bytes = new byte[512];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i + shift);
    }
    return new FingerTemplate(bytes);
  }
}

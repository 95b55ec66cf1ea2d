package clinic.mmt.device.scale.and;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static clinic.mmt.device.scale.host.FarScale.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Reply;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;
import clinic.mmt.device.scale.host.FarScale;
import clinic.mmt.quantity.Mass;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A&D standard format, bytes out and bytes in, asked and streaming. */
@Timeout(60)
class AndScaleTest {

  private final MemoryLink link = new MemoryLink();
  private final FarScale far = new FarScale(link);
  private final AndScale scale = AndScale.open("scale", link, Mass.ofMilligrams(10), true);
  private final Reply<Answer<ScaleReading>> reading = new Reply<>();

  @AfterEach
  void close() {
    scale.close();
  }

  private void begin() throws InterruptedException {
    scale.read(reading);
    far.hears(line("C"));
    far.step(line("Q"), line("ST,+00000.00  g"));
    value(reading);
  }

  @Test
  void theFirstQuestionEndsAStream() throws InterruptedException {
    scale.read(reading);
    far.step(line("C"), Octets.of(0x06));
    far.step(line("Q"), line("US,+00123.45  g"));
    assertEquals(new ScaleReading(Mass.ofMilligrams(123_450), false), value(reading));
    scale.read(reading);
    far.step(line("Q"), line("ST,-00001.20  g"));
    assertEquals(new ScaleReading(Mass.ofMilligrams(-1_200), true), value(reading));
  }

  @Test
  void inAStreamOnlyAStableWeightIsFinal() throws InterruptedException {
    begin();
    scale.readStable(reading);
    far.hears(line("S"));
    far.says(line("US,+00005.00  g"));
    far.says(line("WT,+00005.05  g"));
    far.says(line("ST,+00005.12  g"));
    assertEquals(new ScaleReading(Mass.ofMilligrams(5_120), true), value(reading));
  }

  @ParameterizedTest
  @CsvSource({
    "'OL,+9999999E+19', Overload",
    "'OL,-9999999E+19', Underload",
    "'EC,E11', NotStable",
    "'EC,E02', Refused",
    "'QT,+00001234 PC', Refused"
  })
  void whatIsNoWeightIsAFault(String text, String expected) throws InterruptedException {
    begin();
    scale.readStable(reading);
    far.step(line("S"), line(text));
    assertEquals(expected, fault(reading).getClass().getSimpleName());
  }

  /** With erCd 0 nothing is answered, with 1 ACK, on some models with CR LF. */
  @ParameterizedTest
  @CsvSource({"''", "06", "06 0d 0a"})
  void zeroIsBelievedWhenTheWeightShowsIt(String acknowledged) throws InterruptedException {
    begin();
    Reply<Answer<Void>> done = new Reply<>();
    scale.zero(done);
    far.hears(line("Z"));
    far.says(acknowledged.isEmpty() ? Octets.NONE : Octets.fromHex(acknowledged));
    far.step(line("Q"), line("US,+00000.40  g"));
    far.step(line("Q"), line("ST,+00000.00  g"));
    assertInstanceOf(Answer.Ok.class, done.get());
  }

  @Test
  void aRefusedZeroIsToldAsSuch() throws InterruptedException {
    begin();
    Reply<Answer<Void>> done = new Reply<>();
    scale.zero(done);
    far.step(line("Z"), line("EC,E11"));
    assertInstanceOf(Fault.NotStable.class, fault(done));
  }

  @Test
  void theCupIsTakenOffByTheHost() throws InterruptedException {
    begin();
    far.theCupIsTakenOffByTheHost(
        scale,
        FarScale.Turn.ofLines("S", "ST,+00012.00  g"),
        FarScale.Turn.ofLines("Q", "ST,+00020.50  g"));
  }

  @Test
  void identifiesItselfByItsSerialNumber() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> who = new Reply<>();
    scale.identify(who);
    far.hears(line("C"));
    far.hears(line("?SN"));
    far.says(line("ST,+00012.00  g")); // of a stream: no answer to that
    far.says(line("SN,T1234567"));
    far.step(line("?TN"), line("TN,FX-300i"));
    assertEquals(new DeviceIdentity("FX-300i", "unknown", Optional.of("T1234567")), value(who));
  }

  @Test
  void anOldBalanceIsKnownByItsOwnNumberOrOnlyByItsPath() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> who = new Reply<>();
    scale.identify(who);
    far.hears(line("C"));
    far.step(line("?SN"), line("EC,E01"));
    far.step(line("?TN"), line("EC,E01"));
    far.step(line("?ID"), line("ID,LAB-0123"));
    assertEquals(
        new DeviceIdentity("and-standard", "unknown", Optional.of("LAB-0123")), value(who));
    scale.identify(who);
    far.step(line("?SN"), line("EC,E01"));
    far.step(line("?TN"), line("EC,E01"));
    far.step(line("?ID"), line("EC,E01"));
    far.step(line("Q"), line("US,+00012.00  g"));
    assertEquals(new DeviceIdentity("and-standard", "unknown", Optional.empty()), value(who));
  }

  @Test
  void aBalanceSetToCrAloneIsUnderstoodToo() throws InterruptedException {
    MemoryLink other = new MemoryLink();
    FarScale farOther = new FarScale(other);
    try (AndScale cr = AndScale.open("cr", other, Mass.ofMilligrams(10), false)) {
      cr.read(reading);
      farOther.hears(Octets.ascii("C\r"));
      farOther.step(Octets.ascii("Q\r"), Octets.ascii("ST,+00123.45  g\r"));
      assertEquals(Mass.ofMilligrams(123_450), value(reading).net());
    }
  }
}

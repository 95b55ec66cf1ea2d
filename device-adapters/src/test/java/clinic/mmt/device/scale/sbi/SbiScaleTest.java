package clinic.mmt.device.scale.sbi;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.LinkState;
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

/** Sartorius SBI, bytes out and bytes in. */
@Timeout(60)
class SbiScaleTest {

  private static final Octets PRINT = escape("P");

  private final MemoryLink link = new MemoryLink();
  private final FarScale far = new FarScale(link);
  private final SbiScale scale = SbiScale.open("scale", link, Mass.ofMilligrams(10));
  private final Reply<Answer<ScaleReading>> reading = new Reply<>();

  @AfterEach
  void close() {
    scale.close();
  }

  private static Octets escape(String command) {
    return Octets.of(0x1B).plus(Octets.ascii(command + "\r\n"));
  }

  private static Octets line(String text) {
    return Octets.ascii(text + "\r\n");
  }

  private static Octets weight(String eight, String unit) {
    return line("N     + %8s %-3s".formatted(eight, unit));
  }

  private void printed(String eight, String unit) throws InterruptedException {
    far.step(PRINT, weight(eight, unit));
  }

  private ScaleReading read(String eight, String unit) throws InterruptedException {
    scale.read(reading);
    printed(eight, unit);
    return value(reading);
  }

  @Test
  void aWeightWithoutUnitIsNotStable() throws InterruptedException {
    assertEquals(new ScaleReading(Mass.ofMilligrams(53_123), true), read("53.123", "g"));
    assertEquals(new ScaleReading(Mass.ofMilligrams(53_120), false), read("53.12", ""));
    assertEquals(Mass.ofMilligrams(10), scale.resolution());
    scale.read(reading);
    far.step(PRINT, line("-    12.50 g  "));
    assertEquals(Mass.ofMilligrams(-12_500), value(reading).net(), "sixteen characters");
  }

  @Test
  void aStableWeightIsWaitedForAndOnlyThenTaken() throws InterruptedException {
    scale.readStable(reading);
    printed("5.00", "");
    printed("5.10", "");
    printed("5.12", "g");
    assertEquals(new ScaleReading(Mass.ofMilligrams(5_120), true), value(reading));
  }

  @Test
  void aBalanceThatPrintsStableWeightsOnlyAnswersLate() throws InterruptedException {
    scale.readStable(reading);
    far.hears(PRINT);
    assertEquals(0, link.written(1, 1_200).length, "it is not asked again meanwhile");
    far.says(weight("5.12", "g"));
    assertEquals(Mass.ofMilligrams(5_120), value(reading).net());
  }

  @ParameterizedTest
  @CsvSource({
    "'Stat        High    ', Overload",
    "'Stat        Low     ', Underload",
    "'Stat        --      ', NotStable",
    "'Stat        OFF     ', Refused",
    "'Stat     ERR 055    ', Refused",
    "'      High    ', Overload",
    "'   Err 055    ', Refused"
  })
  void whatIsNoWeightIsAFault(String text, String expected) throws InterruptedException {
    scale.read(reading);
    far.step(PRINT, line(text));
    assertEquals(expected, fault(reading).getClass().getSimpleName());
  }

  @Test
  void theCupIsTakenOffByTheHost() throws InterruptedException {
    read("0.00", "g");
    scale.tare(reading);
    printed("12.00", "g");
    assertEquals(new ScaleReading(Mass.ofGrams(12), true), value(reading));
    assertEquals(Mass.ofMilligrams(8_500), read("20.50", "g").net());
    Reply<Answer<Mass>> tare = new Reply<>();
    scale.readTare(tare);
    assertEquals(Mass.ofGrams(12), value(tare));
    Reply<Answer<Void>> done = new Reply<>();
    scale.clearTare(done);
    assertInstanceOf(Answer.Ok.class, done.get());
    assertEquals(Mass.ofMilligrams(20_500), read("20.50", "g").net(), "gross again");
  }

  /** A scale that was away may have been without power: what it showed as zero may be gone. */
  @Test
  void aLostLineLosesTheTare() throws InterruptedException {
    scale.tare(reading);
    printed("12.00", "g");
    value(reading);
    Reply<LinkState> states = new Reply<>();
    scale.onLink(states);
    link.drop();
    states.await(LinkState.DOWN);
    states.await(LinkState.UP);
    Reply<Answer<Mass>> tare = new Reply<>();
    scale.readTare(tare);
    assertInstanceOf(Fault.NotPermitted.class, fault(tare));
  }

  @Test
  void zeroIsBelievedWhenTheWeightShowsIt() throws InterruptedException {
    Reply<Answer<Void>> done = new Reply<>();
    scale.zero(done);
    far.hears(escape("V"));
    printed("0.40", "");
    printed("0.00", "g");
    assertInstanceOf(Answer.Ok.class, done.get());
    scale.zero(done);
    far.step(escape("V"), line("Stat     ERR 054    "));
    assertInstanceOf(Fault.Refused.class, fault(done));
  }

  @Test
  void identifiesItselfByItsSerialNumber() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> who = new Reply<>();
    scale.identify(who);
    far.hears(escape("x1_"));
    far.says(weight("0.00", "g")); // printed by itself: no answer to that
    far.says(line("BCE2202-1S"));
    far.step(escape("x2_"), line("0038901234"));
    far.step(escape("x3_"), line("00-39-12.01.03"));
    assertEquals(
        new DeviceIdentity("BCE2202-1S", "00-39-12.01.03", Optional.of("0038901234")), value(who));
  }

  @Test
  void anOldBalanceSaysNothingOfItselfButWeighs() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> who = new Reply<>();
    scale.identify(who);
    far.hears(escape("x1_"));
    printed("0.00", "g");
    assertEquals(new DeviceIdentity("sartorius-sbi", "unknown", Optional.empty()), value(who));
  }

  @Test
  void aDamagedAnswerIsAskedForAgain() throws InterruptedException {
    scale.read(reading);
    far.step(PRINT, line("N     +  5.3.12 g  "));
    printed("53.12", "g");
    assertEquals(Mass.ofMilligrams(53_120), value(reading).net());
  }
}

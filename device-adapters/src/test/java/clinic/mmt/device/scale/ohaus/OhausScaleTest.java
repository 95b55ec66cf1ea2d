package clinic.mmt.device.scale.ohaus;

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
import clinic.mmt.device.link.MemoryLink;
import clinic.mmt.device.scale.host.FarScale;
import clinic.mmt.quantity.Mass;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ohaus, bytes out and bytes in. */
@Timeout(60)
class OhausScaleTest {

  private final MemoryLink link = new MemoryLink();
  private final FarScale far = new FarScale(link);
  private final OhausScale scale = OhausScale.open("scale", link, Mass.ofMilligrams(10));
  private final Reply<Answer<ScaleReading>> reading = new Reply<>();

  @AfterEach
  void close() {
    scale.close();
  }

  private void begin() throws InterruptedException {
    scale.read(reading);
    far.step(line("0P"), line("OK!"));
    far.step(line("IP"), line("       0.00 g   N"));
    value(reading);
  }

  @Test
  void aQuestionMarkMeansNotStable() throws InterruptedException {
    begin();
    scale.read(reading);
    far.step(line("IP"), line("      53.12 g ? G"));
    assertEquals(new ScaleReading(Mass.ofMilligrams(53_120), false), value(reading));
    scale.read(reading);
    far.step(line("IP"), line("     -12.50 g   N"));
    assertEquals(new ScaleReading(Mass.ofMilligrams(-12_500), true), value(reading));
  }

  @Test
  void onlyAStableWeightIsFinalAndEsMeansThatThereWasNone() throws InterruptedException {
    begin();
    scale.readStable(reading);
    far.hears(line("SP"));
    far.says(line("       5.00 g ? N"));
    far.says(line("       5.12 g   N"));
    assertEquals(new ScaleReading(Mass.ofMilligrams(5_120), true), value(reading));
    scale.readStable(reading);
    far.step(line("SP"), line("ES"));
    assertInstanceOf(Fault.NotStable.class, fault(reading));
    scale.read(reading);
    far.step(line("IP"), line("ES"));
    assertInstanceOf(Fault.Refused.class, fault(reading));
  }

  @Test
  void wordsInPlaceOfAWeightAreAFault() throws InterruptedException {
    begin();
    scale.read(reading);
    far.step(line("IP"), line("OVERLOAD"));
    assertInstanceOf(Fault.Overload.class, fault(reading));
    scale.readStable(reading);
    far.step(line("SP"), line("Err 8"));
    assertEquals(new Fault.Refused("SP", "Err 8"), fault(reading));
  }

  @Test
  void zeroIsBelievedWhenTheWeightShowsIt() throws InterruptedException {
    begin();
    Reply<Answer<Void>> done = new Reply<>();
    scale.zero(done);
    far.step(line("Z"), line("OK!"));
    far.step(line("IP"), line("       0.00 g   N"));
    assertInstanceOf(Answer.Ok.class, done.get());
    scale.zero(done); // with 0RL nothing is answered
    far.hears(line("Z"));
    far.step(line("IP"), line("       0.01 g   N"));
    assertInstanceOf(Answer.Ok.class, done.get());
    scale.zero(done);
    far.step(line("Z"), line("ES"));
    assertInstanceOf(Fault.Refused.class, fault(done));
  }

  @Test
  void theCupIsTakenOffByTheHost() throws InterruptedException {
    begin();
    far.theCupIsTakenOffByTheHost(
        scale,
        FarScale.Turn.ofLines("SP", "      12.00 g   N"),
        FarScale.Turn.ofLines("IP", "      20.50 g   N"));
  }

  @Test
  void identifiesItselfByItsSerialNumber() throws InterruptedException {
    begin();
    Reply<Answer<DeviceIdentity>> who = new Reply<>();
    scale.identify(who);
    far.step(line("PSN"), line("Serial Number: B234567890"));
    far.step(line("PV"), line("Scout Pro Sr 1.10"));
    assertEquals(
        new DeviceIdentity("Ohaus", "Scout Pro Sr 1.10", Optional.of("B234567890")), value(who));
    scale.identify(who);
    far.step(line("PSN"), line("ES"));
    far.step(line("PV"), line("ES"));
    far.step(line("IP"), line("       0.00 g   N"));
    assertEquals(new DeviceIdentity("Ohaus", "unknown", Optional.empty()), value(who));
  }
}

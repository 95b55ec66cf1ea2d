package clinic.mmt.device.scale.cas;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Reply;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.frame.CasEcrFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;
import clinic.mmt.device.scale.host.FarScale;
import clinic.mmt.quantity.Mass;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ECR mode against bytes in memory, docs/devices/cas-ecr. */
@Timeout(60)
class CasEcrScaleTest {

  private static final Octets ENQ = Octets.of(0x05);
  private static final Octets DC1 = Octets.of(0x11);
  private static final Octets ACK = Octets.of(0x06);
  private static final Octets NAK = Octets.of(0x15);

  private final MemoryLink link = new MemoryLink();
  private final FarScale far = new FarScale(link);
  private final CasEcrScale scale = CasEcrScale.open("scale", link, Mass.ofGrams(1));
  private final Reply<Answer<ScaleReading>> reading = new Reply<>();

  @AfterEach
  void close() {
    scale.close();
  }

  private void weighs(String ten) throws InterruptedException {
    far.step(ENQ, ACK);
    far.step(DC1, CasEcrFraming.frame(ten));
  }

  @Test
  void aWeightIsAskedForInTwoSteps() throws InterruptedException {
    scale.read(reading);
    weighs("S 00.876kg");
    assertEquals(new ScaleReading(Mass.ofGrams(876), true), value(reading));
    scale.read(reading);
    weighs("U-00.250KG");
    assertEquals(new ScaleReading(Mass.ofGrams(-250), false), value(reading));
    assertEquals(Mass.ofGrams(1), scale.resolution());
  }

  /** CAS AP-1: after NAK the host repeats ENQ. */
  @Test
  void afterANakItAsksAgainAndGivesUpInTheEnd() throws InterruptedException {
    scale.read(reading);
    far.step(ENQ, NAK);
    far.step(ENQ, ACK);
    far.step(DC1, NAK);
    weighs("S 00.012kg");
    assertEquals(Mass.ofGrams(12), value(reading).net());
    scale.read(reading);
    for (int i = 0; i < 4; i++) {
      far.step(ENQ, NAK);
    }
    assertEquals(new Fault.Refused("ENQ", "NAK"), fault(reading));
  }

  /** DC1 counts only right after an ACK. */
  @Test
  void silenceAndABadFrameBeginAnewWithEnq() throws InterruptedException {
    scale.read(reading);
    far.hears(ENQ);
    far.step(ENQ, ACK);
    far.step(DC1, Octets.fromHex("01 02 53 20 30 30 2e 38 37 36 6b 67 69 03 04"));
    weighs("S 00.876kg");
    assertEquals(Mass.ofGrams(876), value(reading).net());
  }

  @Test
  void aScaleThatSaysNothingIsToldAsSilent() throws InterruptedException {
    scale.read(reading);
    for (int i = 0; i < 4; i++) {
      far.hears(ENQ);
    }
    assertEquals(new Fault.NoAnswer("ENQ"), fault(reading));
  }

  @Test
  void overflowAndPoundsAreNoWeight() throws InterruptedException {
    scale.read(reading);
    weighs("SF00.000kg");
    assertEquals(new Fault.Overload("DC1"), fault(reading));
    scale.read(reading);
    weighs("S 01.930lb");
    assertInstanceOf(Fault.Refused.class, fault(reading));
  }

  @Test
  void inStepsOfAGramNoWeightIsFinal() throws InterruptedException {
    scale.readStable(reading);
    for (int i = 0; i < 3; i++) {
      weighs("S 00.012kg");
    }
    assertEquals(
        new Fault.NotPermitted("stable weight", "its steps are too coarse for a dose"),
        fault(reading));
    assertFalse(scale.capabilities().doseVerification());
  }

  @Test
  void itHasNoCommandForZeroAndNoName() throws InterruptedException {
    Reply<Answer<Void>> done = new Reply<>();
    scale.zero(done);
    assertInstanceOf(Fault.NotPermitted.class, fault(done));
    Reply<Answer<DeviceIdentity>> who = new Reply<>();
    scale.identify(who);
    weighs("SF00.000kg");
    assertEquals(new DeviceIdentity("cas-ecr", "unknown", Optional.empty()), value(who));
  }

  @Test
  void aLostLineIsTold() throws InterruptedException {
    scale.read(reading);
    far.hears(ENQ);
    link.drop();
    assertInstanceOf(Fault.PortLost.class, fault(reading));
    assertTrue(reading.isEmpty());
  }
}

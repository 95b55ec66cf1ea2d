package clinic.mmt.device.scale.yaohua;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Reply;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.YaohuaFraming;
import clinic.mmt.device.link.MemoryLink;
import clinic.mmt.device.scale.host.FarScale;
import clinic.mmt.quantity.Mass;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Yaohua indicators: heard, checked, and never called stable. */
@Timeout(60)
class YaohuaScaleTest {

  private final MemoryLink link = new MemoryLink();
  private final FarScale far = new FarScale(link);
  private final YaohuaScale scale = YaohuaScale.open("scale", link, Mass.ofMilligrams(10), false);
  private final Reply<Answer<ScaleReading>> reading = new Reply<>();

  @AfterEach
  void close() {
    scale.close();
  }

  private static void untilAnswered(MemoryLink link, Reply<?> reply, Octets frame)
      throws InterruptedException {
    while (reply.isEmpty()) {
      link.say(frame.toArray());
      link.written(1, 120);
    }
  }

  private void untilAnswered(Octets frame) throws InterruptedException {
    untilAnswered(link, reading, frame);
  }

  @Test
  void aWeightWithItsCheckIsReadAndIsNotStable() throws InterruptedException {
    scale.read(reading);
    untilAnswered(Octets.ascii("WG009.139kg3C\r\n").plus(YaohuaFraming.checked("WG004.139kg")));
    assertEquals(new ScaleReading(Mass.ofGrams(4_139), false), value(reading));
    link.written(1, 300);
    scale.read(reading);
    untilAnswered(YaohuaFraming.checked("WN-00.250kg"));
    assertEquals(Mass.ofGrams(-250), value(reading).net());
  }

  @Test
  void itNeverSaysWhatADoseWeighs() throws InterruptedException {
    scale.readStable(reading);
    assertEquals(
        new Fault.NotPermitted("stable weight", "this scale does not tell what is stable"),
        fault(reading));
    scale.read(reading);
    untilAnswered(YaohuaFraming.checked("         OL"));
    assertEquals(new Fault.Overload("weight"), fault(reading));
  }

  @Test
  void digitsWithoutCheckComeInEitherOrder() throws InterruptedException {
    scale.read(reading);
    untilAnswered(Octets.ascii("=004.139"));
    assertEquals(Mass.ofGrams(4_139), value(reading).net());
    MemoryLink other = new MemoryLink();
    try (YaohuaScale reversed = YaohuaScale.open("r", other, Mass.ofMilligrams(10), true)) {
      reversed.read(reading);
      untilAnswered(other, reading, Octets.ascii("=931.400"));
      assertEquals(Mass.ofGrams(4_139), value(reading).net());
    }
  }

  @Test
  void thatAWeightComesIsAllThatIsKnownOfIt() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> who = new Reply<>();
    scale.identify(who);
    untilAnswered(link, who, YaohuaFraming.checked("WG000.000kg"));
    assertEquals(new DeviceIdentity("yaohua", "unknown", Optional.empty()), value(who));
    assertEquals(0, far.link().written(1, 0).length, "it is only heard");
  }
}

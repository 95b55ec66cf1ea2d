package clinic.mmt.device.scale.comma;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** Comma streams: the scale talks by itself and hears nothing. */
@Timeout(60)
class CommaScaleTest {

  private final MemoryLink link = new MemoryLink();
  private final FarScale far = new FarScale(link);
  private final CommaScale scale = CommaScale.open("scale", link, Mass.ofMilligrams(10), true);
  private final Reply<Answer<ScaleReading>> reading = new Reply<>();

  @AfterEach
  void close() {
    scale.close();
  }

  /** A scale that talks all the time: what comes before the driver listens answers nothing. */
  private <T> T untilAnswered(Reply<Answer<T>> reply, String... lines) throws InterruptedException {
    int turn = 0;
    while (reply.isEmpty()) {
      far.says(Octets.ascii(lines[turn % lines.length] + "\r\n"));
      turn++;
      link.written(1, 120);
    }
    return value(reply);
  }

  @Test
  void theNextWeightIsTheWeightNow() throws InterruptedException {
    scale.read(reading);
    assertEquals(
        new ScaleReading(Mass.ofMilligrams(53_120), false),
        untilAnswered(reading, "ST,TR,+00012.00 g", "US,GS,+00053.12 g"));
    scale.read(reading);
    assertEquals(
        new ScaleReading(Mass.ofGrams(876), true), untilAnswered(reading, "ST,GS,1@,   0.876 kg"));
  }

  @Test
  void stableIsWhatComesThreeTimesInARowMarkedAsStable() throws InterruptedException {
    scale.readStable(reading);
    String[] restless = {"ST,GS,+00005.12 g", "ST,GS,+00005.12 g", "US,GS,+00005.12 g"};
    for (int i = 0; i < 30; i++) {
      far.says(Octets.ascii(restless[i % 3] + "\r\n"));
      link.written(1, 5);
    }
    assertEquals(true, reading.isEmpty(), "never three in a row");
    assertEquals(
        new ScaleReading(Mass.ofMilligrams(5_130), true),
        untilAnswered(reading, "ST,GS,+00005.13 g"));
  }

  @Test
  void stepsOfATenthOfAGramVerifyNoDose() throws InterruptedException {
    scale.readStable(reading);
    while (reading.isEmpty()) {
      far.says(Octets.ascii("ST,GS,+00005.1 g\r\n"));
      link.written(1, 120);
    }
    assertEquals(
        new Fault.NotPermitted("stable weight", "its steps are too coarse for a dose"),
        fault(reading));
  }

  @Test
  void overloadIsAFaultAndZeroIsForPeople() throws InterruptedException {
    scale.read(reading);
    while (reading.isEmpty()) {
      far.says(Octets.ascii("OL,GS,+00000.00 g\r\n"));
      link.written(1, 120);
    }
    assertEquals(new Fault.Overload("weight"), fault(reading));
    Reply<Answer<Void>> done = new Reply<>();
    scale.zero(done);
    assertEquals(
        new Fault.NotPermitted("zero", "this scale takes no commands: press its zero key"),
        fault(done));
  }

  @Test
  void theCupIsTakenOffByTheHost() throws InterruptedException {
    scale.tare(reading);
    assertEquals(Mass.ofGrams(12), untilAnswered(reading, "ST,GS,+00012.00 g").net());
    link.written(1, 300);
    scale.read(reading);
    assertEquals(Mass.ofMilligrams(8_500), untilAnswered(reading, "ST,GS,+00020.50 g").net());
  }

  @Test
  void thatAWeightComesIsAllThatIsKnownOfIt() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> who = new Reply<>();
    scale.identify(who);
    assertEquals(
        new DeviceIdentity("comma-stream", "unknown", Optional.empty()),
        untilAnswered(who, "US,GS,+00053.12 g"));
    assertEquals(0, link.written(1, 0).length, "it is only heard");
  }
}

package clinic.mmt.device.pump.newera;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.Permit;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpSetup;
import clinic.mmt.device.Reply;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** STOP goes before everything, and a start is exactly what it is said to be. */
@Timeout(60)
class NewEraStopTest {

  private static final int WATCHDOG = 60;
  private static final Volume STROKE = Volume.ofMicrolitres(8_500);
  private static final Permit PERMIT = new Permit("dose", "intent", Volume.ofMicrolitres(9_000));

  private final PumpFarEnd farEnd = new PumpFarEnd();
  private final NewEraPump pump =
      NewEraPump.open(
          "pump", farEnd.link, new NewEraOptions(0, NewEraOptions.Type.SYRINGE, WATCHDOG));

  @AfterEach
  void close() {
    pump.close();
  }

  @Test
  void stopIsOnTheWireWithinATenthOfASecondWhileAQueryIsNeverAnswered()
      throws InterruptedException {
    prepareAndArm();
    Reply<Answer<PumpReport>> query = new Reply<>();
    pump.report(query);
    farEnd.hears("0DIS");

    Reply<Answer<PumpReport>> stop = new Reply<>();
    long since = System.nanoTime();
    pump.stop(stop);
    farEnd.hears("0STP");
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);

    assertTrue(millis <= 100, "took " + millis + " ms");
    assertEquals(new Fault.CancelledByStop("DIS"), fault(query));
    farEnd.says("00P").step("0DIS", "00PI1.000W0.000ML").step("0STP", "00S");
    farEnd.step("0DIS", "00SI1.000W0.000ML");
    assertEquals(Volume.ofMicrolitres(1_000), value(stop).delivered());
  }

  @Test
  void stopIsRepeatedUntilItIsAnswered() throws InterruptedException {
    prepareAndArm();
    Reply<Answer<PumpReport>> stop = new Reply<>();
    pump.stop(stop);
    farEnd.hears("0STP").hears("0STP");
    // Every third try is in basic form, should the pump have lost its mode.
    assertEquals("\r0STP\r", new String(farEnd.link.written(6, 2_000), US_ASCII));
    farEnd.step("0STP", "00S?NA").step("0DIS", "00SI1.000W0.000ML");

    assertEquals(PumpMotion.STOPPED, value(stop).motion());
  }

  @Test
  void aLateAnswerThatSaysThePumpRunsDoesNotAnswerStop() throws InterruptedException {
    prepareAndArm();
    Reply<StartOutcome> start = new Reply<>();
    pump.start(PERMIT, start);
    farEnd.hears("0RUN");
    Reply<Answer<PumpReport>> stop = new Reply<>();
    pump.stop(stop);
    // The answer to RUN comes after STP was written.
    farEnd.hears("0STP").says("00I");
    assertEquals(new StartOutcome.Unknown(new Fault.CancelledByStop("RUN")), start.get());
    assertTrue(stop.staysEmpty(100), "control: not answered by the late I");

    farEnd.step("0STP", "00P").step("0DIS", "00PI0.100W0.000ML").step("0STP", "00S");
    farEnd.step("0DIS", "00SI0.100W0.000ML");
    assertEquals(Volume.ofMicrolitres(100), value(stop).delivered());
  }

  @Test
  void aStartThatWaitsBehindAStopIsNeverWritten() throws InterruptedException {
    prepareAndArm();
    Reply<Answer<PumpReport>> query = new Reply<>();
    pump.report(query);
    farEnd.hears("0DIS");
    Reply<StartOutcome> start = new Reply<>();
    pump.start(PERMIT, start);
    Reply<Answer<PumpReport>> stop = new Reply<>();
    pump.stop(stop);

    assertEquals(new StartOutcome.NotWritten(new Fault.CancelledByStop("start")), start.get());
    farEnd.step("0STP", "00S?NA").step("0DIS", "00SI0.000W0.000ML");
    assertEquals(Volume.ZERO, value(stop).delivered());
    assertTrue(farEnd.hearsNothing(100));
  }

  @Test
  void afterAStopNothingIsArmed() throws InterruptedException {
    prepareAndArm();
    Reply<Answer<PumpReport>> stop = new Reply<>();
    pump.stop(stop);
    farEnd.step("0STP", "00S?NA").step("0DIS", "00SI0.000W0.000ML");
    value(stop);

    Reply<StartOutcome> start = new Reply<>();
    pump.start(PERMIT, start);
    assertEquals(
        new StartOutcome.NotWritten(new Fault.NotPermitted("RUN", "intent is not armed")),
        start.get());
  }

  @Test
  void aStopThatStillFindsThePumpRunningStopsAgain() throws InterruptedException {
    prepareAndArm();
    Reply<Answer<PumpReport>> stop = new Reply<>();
    pump.stop(stop);
    farEnd.step("0STP", "00P").step("0DIS", "00II1.000W0.000ML");
    farEnd.step("0STP", "00S").step("0DIS", "00SI1.010W0.000ML");

    assertEquals(Volume.ofMicrolitres(1_010), value(stop).delivered());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPowerCutInMidPourGivesNothingBack(boolean preparedAgain) throws InterruptedException {
    start(); // R-114: the counter is lost, and nobody knows how much of the stroke flowed
    Reply<Answer<PumpReport>> report = new Reply<>();
    pump.report(report);
    farEnd.step("0DIS", "00A?R").step("0DIS", "00SI0.000W0.000ML");
    assertEquals(Optional.of(PumpAlarm.POWER_WAS_INTERRUPTED), value(report).alarm());
    if (preparedAgain) {
      prepare();
    }
    stopAt("0.000");
    assertEquals(
        "stroke of 8500 µL passes the cap of the dose, 500 µL are left", refusalOfMore("rest"));
  }

  @Test
  void aStopInMidPourGivesBackWhatTheCounterSaysDidNotFlow() throws InterruptedException {
    start(); // the control
    stopAt("3.000");
    assertEquals(
        "stroke of 8500 µL passes the cap of the dose, 5990 µL are left", refusalOfMore("rest"));
  }

  private void start() throws InterruptedException {
    prepareAndArm();
    Reply<StartOutcome> started = new Reply<>();
    pump.start(PERMIT, started);
    farEnd.step("0RUN", "00I");
    assertInstanceOf(StartOutcome.Started.class, started.get());
  }

  private void stopAt(String millilitres) throws InterruptedException {
    Reply<Answer<PumpReport>> stop = new Reply<>();
    pump.stop(stop);
    farEnd.step("0STP", "00S").step("0DIS", "00SI" + millilitres + "W0.000ML");
    assertEquals(PumpMotion.STOPPED, value(stop).motion());
  }

  private String refusalOfMore(String intent) throws InterruptedException {
    Reply<Answer<Volume>> arm = new Reply<>();
    pump.arm(new Permit("dose", intent, Volume.ofMicrolitres(9_000)), STROKE, arm);
    return assertInstanceOf(Fault.NotPermitted.class, fault(arm)).reason();
  }

  @Test
  void stopEndsWhenThePortIsLost() throws InterruptedException {
    prepareAndArm();
    farEnd.link.refuse(true);
    Reply<Answer<PumpReport>> stop = new Reply<>();
    pump.stop(stop);
    farEnd.hears("0STP");
    farEnd.link.drop();

    assertInstanceOf(Fault.PortLost.class, fault(stop));
    pump.stop(stop);
    assertInstanceOf(Fault.PortLost.class, fault(stop), "at once while the port is away");
  }

  @Test
  void closingAnswersWhatRunsAndWhatWaits() throws InterruptedException {
    prepareAndArm();
    Reply<Answer<PumpReport>> running = new Reply<>();
    Reply<StartOutcome> waiting = new Reply<>();
    pump.report(running);
    farEnd.hears("0DIS");
    pump.start(PERMIT, waiting);
    pump.close();

    assertInstanceOf(Fault.PortLost.class, fault(running));
    assertInstanceOf(StartOutcome.NotWritten.class, waiting.get());
    Reply<Answer<PumpReport>> late = new Reply<>();
    pump.report(late);
    assertInstanceOf(Fault.PortLost.class, fault(late));
    assertTrue(running.isEmpty() && waiting.isEmpty() && late.isEmpty(), "each exactly once");
  }

  /** RUN in safe framing has nine bytes; with all of them written the answer is still missing. */
  @ParameterizedTest
  @CsvSource({
    "0,false", "1,true", "2,true", "3,true", "4,true", "5,true", "6,true", "7,true", "8,true",
    "9,true"
  })
  void aPortLostAtEachByteOfRunGivesTheRightOutcome(int written, boolean unknown)
      throws InterruptedException {
    prepareAndArm();
    farEnd.link.refuse(true);
    farEnd.link.dropAfterWriting(written);
    Reply<StartOutcome> start = new Reply<>();
    pump.start(PERMIT, start);
    if (written == 9) {
      farEnd.hears("0RUN").link.drop();
    }

    StartOutcome outcome = start.get();
    assertEquals(unknown, outcome instanceof StartOutcome.Unknown, outcome.toString());
    assertEquals(!unknown, outcome instanceof StartOutcome.NotWritten, outcome.toString());
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "4", "5", "6"})
  void aPortLostAtEachByteOfTheAnswerToRunIsUnknown(int said) throws InterruptedException {
    prepareAndArm();
    Reply<StartOutcome> start = new Reply<>();
    pump.start(PERMIT, start);
    farEnd.hears("0RUN");
    byte[] answer = {0x02, 0x07, 0x30, 0x30, 0x49, 0x19, (byte) 0xdd};
    farEnd.link.say(java.util.Arrays.copyOf(answer, said));
    farEnd.link.drop();

    assertInstanceOf(StartOutcome.Unknown.class, start.get());
  }

  @Test
  void anUnpluggedPumpMustBePreparedAnewBeforeItIsArmed() throws InterruptedException {
    Reply<LinkState> states = new Reply<>();
    prepareAndArm();
    pump.onLink(states);
    assertEquals(LinkState.UP, states.get());
    farEnd.link.drop();
    assertEquals(LinkState.DOWN, states.get());
    assertEquals(LinkState.UP, states.get());
    assertEquals(1, pump.counters().reopened());

    Reply<StartOutcome> start = new Reply<>();
    pump.start(PERMIT, start);
    assertInstanceOf(StartOutcome.NotWritten.class, start.get());
    Reply<Answer<Volume>> arm = new Reply<>();
    pump.arm(PERMIT, STROKE, arm);
    assertEquals(new Fault.NotPermitted("VOL", "the pump is not prepared"), fault(arm));
  }

  private void prepare() throws InterruptedException {
    Reply<Answer<PumpBaseline>> prepared = new Reply<>();
    pump.prepare(new PumpSetup(FlowRate.ofMillilitresPerMinute(20), 0, WATCHDOG), prepared);
    farEnd.isPrepared(WATCHDOG);
    value(prepared);
  }

  private void prepareAndArm() throws InterruptedException {
    prepare();
    Reply<Answer<Volume>> armed = new Reply<>();
    pump.arm(PERMIT, STROKE, armed);
    farEnd.isArmed();
    value(armed);
  }
}

package clinic.mmt.device.pump.newera;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes out, bytes in, for every operation and fault. NE-1000 manual, RS-232 chapter. */
@Timeout(60)
class NewEraPumpTest {

  private static final int WATCHDOG = 60;
  private static final PumpSetup SETUP =
      new PumpSetup(FlowRate.ofMillilitresPerMinute(20), 0, WATCHDOG);
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
  void identifiesItselfInSafeMode() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> reply = new Reply<>();
    pump.identify(reply);
    farEnd.entersSafeMode(WATCHDOG).step("0VER", "00SNE1000V3.928");

    assertEquals(new DeviceIdentity("NE1000", "3.928", Optional.empty()), value(reply));
  }

  @Test
  void aPeristalticPumpInPlaceOfASyringePumpIsTheWrongDevice() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> reply = new Reply<>();
    pump.identify(reply);
    farEnd.entersSafeMode(WATCHDOG).step("0VER", "00SNE9000V3.928");

    assertEquals(new Fault.WrongDevice("VER", "ne-1000", "NE9000V3.928"), fault(reply));
  }

  @Test
  void aPendingAlarmMayComeInSafeFramingBeforeTheSwitchIsDone() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = new Reply<>();
    pump.prepare(SETUP, reply);
    farEnd.step("0SAF60", "00A?R").isPrepared(WATCHDOG);

    assertEquals(List.of(PumpAlarm.POWER_WAS_INTERRUPTED), value(reply).cleared());
  }

  @Test
  void aPendingAlarmMayComeInBasicFramingBeforeTheSwitchIsDone() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = new Reply<>();
    pump.prepare(SETUP, reply);
    farEnd.hears("0SAF60").saysPlain("00A?R").isPrepared(WATCHDOG);

    assertEquals(List.of(PumpAlarm.POWER_WAS_INTERRUPTED), value(reply).cleared());
  }

  @Test
  void preparesAndTellsTheBaseline() throws InterruptedException {
    assertEquals(
        new PumpBaseline(
            new DeviceIdentity("NE1000", "3.928", Optional.empty()),
            FlowRate.ofMillilitresPerMinute(20),
            Volume.ZERO,
            List.of()),
        prepare());
  }

  @Test
  void aPausedPumpIsStoppedForGoodSinceItWouldResume() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = new Reply<>();
    pump.prepare(SETUP, reply);
    farEnd
        .entersSafeMode(WATCHDOG)
        .step("0", "00P")
        .step("0STP", "00S")
        .step("0", "00S")
        .step("0VER", "00SNE1000V3.928")
        .step("0DIS", "00SI0.000W0.000ML")
        .step("0PF0", "00S")
        .step("0PF", "00S0")
        .step("0DIRINF", "00S")
        .step("0DIR", "00SINF")
        .step("0RAT20MM", "00S")
        .step("0RAT", "00S20.00MM")
        .step("0CLDINF", "00S")
        .step("0DIS", "00SI0.000W0.000ML");

    assertEquals(Volume.ZERO, value(reply).counter());
  }

  @Test
  void aPumpThatRunsIsNotPrepared() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = new Reply<>();
    pump.prepare(SETUP, reply);
    farEnd.entersSafeMode(WATCHDOG).step("0", "00I");

    assertEquals(new Fault.Refused("status", "00I"), fault(reply));
  }

  @Test
  void aPumpThatWouldGoOnAfterAPowerCutIsNotPrepared() throws InterruptedException { // PF 1
    Reply<Answer<PumpBaseline>> reply = new Reply<>();
    pump.prepare(SETUP, reply);
    farEnd
        .entersSafeMode(WATCHDOG)
        .step("0", "00S")
        .step("0VER", "00SNE1000V3.928")
        .step("0DIS", "00SI0.000W0.000ML")
        .step("0PF0", "00S")
        .step("0PF", "00S1");

    assertEquals(new Fault.Refused("PF", "1"), fault(reply));
  }

  @Test
  void aRateThatReadsBackDifferentlyIsRefused() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = new Reply<>();
    pump.prepare(SETUP, reply);
    farEnd
        .entersSafeMode(WATCHDOG)
        .step("0", "00S")
        .step("0VER", "00SNE1000V3.928")
        .step("0DIS", "00SI0.000W0.000ML")
        .step("0PF0", "00S")
        .step("0PF", "00S0")
        .step("0DIRINF", "00S")
        .step("0DIR", "00SINF")
        .step("0RAT20MM", "00S")
        .step("0RAT", "00S20.00MH");

    assertEquals(new Fault.Refused("RAT", "20.00MH"), fault(reply));
  }

  @Test
  void armsAndStarts() throws InterruptedException {
    prepare();
    arm();
    Reply<StartOutcome> reply = new Reply<>();
    pump.start(PERMIT, reply);
    farEnd.step("0RUN", "00I");

    StartOutcome.Started started = assertInstanceOf(StartOutcome.Started.class, reply.get());
    assertEquals(PumpMotion.DISPENSING, started.report().motion());
  }

  @Test
  void aTargetThatReadsBackDifferentlyIsNotArmed() throws InterruptedException {
    prepare();
    Reply<Answer<Volume>> armed = new Reply<>();
    pump.arm(PERMIT, STROKE, armed);
    farEnd.step("0VOLML", "00S").step("0VOL8.5", "00S").step("0VOL", "00S8.499ML");
    assertEquals(new Fault.Refused("VOL", "00S8.499ML"), fault(armed));

    Reply<StartOutcome> started = new Reply<>();
    pump.start(PERMIT, started);
    assertEquals(
        new StartOutcome.NotWritten(new Fault.NotPermitted("RUN", "intent is not armed")),
        started.get());
    assertTrue(farEnd.hearsNothing(50), "control: no byte left the driver");
  }

  @Test
  void aStrokeAboveTheCapIsRefusedBeforeAnyByte() throws InterruptedException {
    prepare();
    Reply<Answer<Volume>> reply = new Reply<>();
    pump.arm(PERMIT, Volume.ofMicrolitres(9_001), reply);

    assertInstanceOf(Fault.NotPermitted.class, fault(reply));
    assertTrue(farEnd.hearsNothing(50));
  }

  @Test
  void aStrokeThatFourDigitsCantSayIsRefused() throws InterruptedException {
    prepare();
    Reply<Answer<Volume>> reply = new Reply<>();
    pump.arm(
        new Permit("big", "i", Volume.ofMicrolitres(50_000)), Volume.ofMicrolitres(12_345), reply);

    assertInstanceOf(Fault.NotPermitted.class, fault(reply));
  }

  @Test
  void anUnpreparedPumpIsNotArmed() throws InterruptedException {
    Reply<Answer<Volume>> reply = new Reply<>();
    pump.arm(PERMIT, STROKE, reply);

    assertEquals(new Fault.NotPermitted("VOL", "the pump is not prepared"), fault(reply));
  }

  @Test
  void runWithoutAnAnswerIsUnknownAndNeverSentAgain() throws InterruptedException {
    prepare();
    arm();
    Reply<StartOutcome> reply = new Reply<>();
    pump.start(PERMIT, reply);
    farEnd.hears("0RUN");

    assertEquals(new StartOutcome.Unknown(new Fault.NoAnswer("RUN")), reply.get());
    assertTrue(farEnd.hearsNothing(300), "RUN must not be repeated");

    Reply<StartOutcome> again = new Reply<>();
    pump.start(PERMIT, again);
    assertInstanceOf(StartOutcome.NotWritten.class, again.get());
    Reply<Answer<Volume>> armed = new Reply<>();
    pump.arm(PERMIT, STROKE, armed);
    assertInstanceOf(Fault.NotPermitted.class, fault(armed));
  }

  @Test
  void runAnsweredByAnAlarmIsUnknownWithTheAlarm() throws InterruptedException {
    prepare();
    arm();
    Reply<StartOutcome> reply = new Reply<>();
    pump.start(PERMIT, reply);
    farEnd.step("0RUN", "00A?S");

    assertEquals(
        new StartOutcome.Unknown(new Fault.Alarmed("RUN", PumpAlarm.MOTOR_STALLED)), reply.get());
  }

  @Test
  void runWithABadAnswerIsUnknown() throws InterruptedException {
    prepare();
    arm();
    Reply<StartOutcome> reply = new Reply<>();
    pump.start(PERMIT, reply);
    farEnd.hears("0RUN").saysHex("02 07 30 30 49 99 dd 03");

    StartOutcome.Unknown unknown = assertInstanceOf(StartOutcome.Unknown.class, reply.get());
    assertEquals(new Fault.BadFrame("RUN", "02 07 30 30 49 99 dd 03", "bad CRC"), unknown.fault());
  }

  @Test
  void reportsStatusAndVolume() throws InterruptedException {
    prepare();
    Reply<Answer<PumpReport>> reply = new Reply<>();
    pump.report(reply);
    farEnd.step("0DIS", "00II1.250W0.000ML");

    assertEquals(
        new PumpReport(PumpMotion.DISPENSING, Volume.ofMicrolitres(1_250), Optional.empty()),
        value(reply));
  }

  @Test
  void aReportTellsTheAlarmOnceAndTheVolumeWithIt() throws InterruptedException {
    prepare();
    Reply<Answer<PumpReport>> reply = new Reply<>();
    pump.report(reply);
    farEnd.step("0DIS", "00A?S").step("0DIS", "00SI3.117W0.000ML");
    assertEquals(
        new PumpReport(
            PumpMotion.ALARMED, Volume.ofMicrolitres(3_117), Optional.of(PumpAlarm.MOTOR_STALLED)),
        value(reply));

    pump.report(reply);
    farEnd.step("0DIS", "00SI3.117W0.000ML");
    assertEquals(Optional.empty(), value(reply).alarm());
  }

  @Test
  void anUnaskedAlarmIsToldAndKeptForTheNextReport() throws InterruptedException {
    prepare();
    Reply<PumpAlarm> alarms = new Reply<>();
    pump.onAlarm(alarms);
    farEnd.says("00A?T");
    assertEquals(PumpAlarm.HOST_SILENT, alarms.get());

    Reply<Answer<PumpReport>> reply = new Reply<>();
    pump.report(reply);
    farEnd.step("0DIS", "00A?T").step("0DIS", "00SI3.117W0.000ML");
    assertEquals(Optional.of(PumpAlarm.HOST_SILENT), value(reply).alarm());
  }

  @Test
  void aQueryIsRepeatedAfterABadFrameAndAfterSilence() throws InterruptedException {
    prepare();
    Reply<Answer<PumpReport>> reply = new Reply<>();
    pump.report(reply);
    farEnd
        .hears("0DIS")
        .saysHex("02 07 30 30 49 99 dd 03")
        .hears("0DIS")
        .step("0DIS", "00SI3.117W0.000ML");

    assertEquals(Volume.ofMicrolitres(3_117), value(reply).delivered());
    assertEquals(2, pump.counters().retries());
  }

  @Test
  void aSilentPumpGivesNoAnswerAfterThreeTries() throws InterruptedException {
    prepare();
    Reply<Answer<PumpReport>> reply = new Reply<>();
    pump.report(reply);
    farEnd.hears("0DIS").hears("0DIS").hears("0DIS");

    assertEquals(new Fault.NoAnswer("DIS"), fault(reply));
  }

  @Test
  void anAnswerOfAnotherAddressIsNone() throws InterruptedException {
    prepare();
    Reply<Answer<PumpReport>> reply = new Reply<>();
    pump.report(reply);
    farEnd.step("0DIS", "01SI9.999W0.000ML").says("00SI3.117W0.000ML");

    assertEquals(Volume.ofMicrolitres(3_117), value(reply).delivered());
  }

  @Test
  void stopPausesReadsTheCounterAndStopsForGood() throws InterruptedException {
    prepare();
    Reply<Answer<PumpReport>> reply = new Reply<>();
    pump.stop(reply);
    farEnd
        .step("0STP", "00P")
        .step("0DIS", "00PI3.117W0.000ML")
        .step("0STP", "00S")
        .step("0DIS", "00SI3.117W0.000ML");

    assertEquals(
        new PumpReport(PumpMotion.STOPPED, Volume.ofMicrolitres(3_117), Optional.empty()),
        value(reply));
  }

  @Test
  void stopIsHarmlessWhenThePumpStandsStill() throws InterruptedException {
    prepare();
    Reply<Answer<PumpReport>> reply = new Reply<>();
    pump.stop(reply);
    farEnd.step("0STP", "00S?NA").step("0DIS", "00SI0.000W0.000ML");

    assertEquals(PumpMotion.STOPPED, value(reply).motion());
  }

  @Test
  void theKeepAliveFeedsTheWatchdogInTime() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = new Reply<>();
    pump.prepare(new PumpSetup(FlowRate.ofMillilitresPerMinute(20), 0, 1), reply);
    farEnd.isPrepared(1);
    value(reply);
    long since = System.nanoTime();
    farEnd.step("0", "00S").step("0", "00S");

    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    assertTrue(millis < 1_000, "two polls within one watchdog time, took " + millis + " ms");
    assertTrue(millis > 300, "control: not a busy loop, took " + millis + " ms");
  }

  @Test
  void plansRoundDownAndKeepBelowTheLargestStroke() {
    assertEquals(List.of(), pump.plan(Volume.ZERO));
    assertEquals(List.of(volume(9_999)), pump.plan(volume(9_999)));
    assertEquals(List.of(volume(12_340)), pump.plan(volume(12_345)));
    assertEquals(List.of(volume(99_990)), pump.plan(volume(99_990)));
    assertEquals(List.of(volume(99_990), volume(50_010)), pump.plan(volume(150_005)));
  }

  private PumpBaseline prepare() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = new Reply<>();
    pump.prepare(SETUP, reply);
    farEnd.isPrepared(WATCHDOG);
    return value(reply);
  }

  private void arm() throws InterruptedException {
    Reply<Answer<Volume>> reply = new Reply<>();
    pump.arm(PERMIT, STROKE, reply);
    farEnd.isArmed();
    assertEquals(STROKE, value(reply));
  }

  private static Volume volume(long microlitres) {
    return Volume.ofMicrolitres(microlitres);
  }
}

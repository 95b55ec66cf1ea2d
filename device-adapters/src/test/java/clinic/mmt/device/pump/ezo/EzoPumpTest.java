package clinic.mmt.device.pump.ezo;

import static clinic.mmt.device.PumpTalk.PERMIT;
import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.FarEnd;
import clinic.mmt.device.Fault;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpTalk;
import clinic.mmt.device.Reply;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes out, bytes in, for every operation and fault. EZO-PMP data sheet, UART mode. */
@Timeout(60)
class EzoPumpTest {

  /** In a test a comma-free bar stands between the lines of one answer. */
  private final FarEnd farEnd =
      new FarEnd(
          command -> Octets.ascii(command + "\r"),
          answer -> Octets.ascii(answer.replace("|", "\r") + "\r"));

  private final EzoPump pump = EzoPump.open("pump", farEnd.link);

  @AfterEach
  void close() {
    pump.close();
  }

  private PumpBaseline prepared() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = PumpTalk.prepare(pump);
    farEnd
        .step("C,0", "*OK")
        .step("P,?", "?P,0|*OK")
        .step("D,?", "?D,0.00,0|*OK")
        .step("i", "?i,PMP,1.1|*OK")
        .step("PV,?", "?PV,13.86|*OK")
        .step("Dstart,0", "*OK")
        .step("Plock,1", "*OK")
        .step("DC,?", "?MAXRATE,58.5|*OK")
        .step("TV,?", "?TV,434.50|*OK");
    return value(reply);
  }

  private void armed() throws InterruptedException {
    Reply<Answer<Volume>> reply = PumpTalk.arm(pump, PERMIT, 8_500);
    farEnd.step("P,?", "?P,0|*OK").step("D,?", "?D,0.00,0|*OK").step("TV,?", "?TV,434.50|*OK");
    assertEquals(Volume.ofMicrolitres(8_500), value(reply));
  }

  private StartOutcome started(String answer) throws InterruptedException {
    Reply<StartOutcome> reply = PumpTalk.start(pump, PERMIT);
    farEnd.step("D,8.5", answer);
    return reply.get();
  }

  @Test
  void preparesAndIsNoWitnessAlone() throws InterruptedException {
    PumpBaseline baseline = prepared();
    assertEquals("EZO-PMP 1.1", baseline.identity().text());
    assertEquals(Volume.ofMicrolitres(434_500), baseline.counter());
    assertEquals(58_500, baseline.rate().microlitresPerMinute());
    assertFalse(pump.capabilities().mayPourWithoutScale());
  }

  @Test
  void poursAndReportsWhatTheRunAndThenTheTotalSay() throws InterruptedException {
    prepared();
    armed();
    assertInstanceOf(StartOutcome.Started.class, started("*OK"));

    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("D,?", "?D,8.50,1|*OK").step("R", "3.00|*OK");
    assertEquals(
        new PumpReport(PumpMotion.DISPENSING, Volume.ofMicrolitres(437_500), Optional.empty()),
        value(reply));

    farEnd.says("*DONE,8.50");
    reply = PumpTalk.report(pump);
    farEnd.step("D,?", "?D,8.50,0|*OK").step("TV,?", "?TV,443.00|*OK");
    assertEquals(
        new PumpReport(PumpMotion.STOPPED, Volume.ofMicrolitres(443_000), Optional.empty()),
        value(reply));
  }

  @Test
  void doneMayComeBeforeOrInsideAnotherAnswer() throws InterruptedException {
    prepared();
    for (String answer : List.of("*DONE,10.00|?TV,434.50|*OK", "?TV,434.50|*Done,10.00|*OK")) {
      Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
      farEnd.step("D,?", "?D,10.00,0|*OK").step("TV,?", answer);
      assertEquals(Volume.ofMicrolitres(434_500), value(reply).delivered(), answer);
    }
  }

  @Test
  void aCodeThatIsLeftOverAnswersNoQuestion() throws InterruptedException {
    prepared();
    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("D,?", "*OK|?D,10.00,0|*OK").step("TV,?", "?TV,434.50|*OK");
    assertEquals(PumpMotion.STOPPED, value(reply).motion());
  }

  @Test
  void aRefusedStartTellsWhy() throws InterruptedException {
    prepared();
    armed();
    assertEquals(
        new StartOutcome.Unknown(new Fault.Refused("D,8.5", "*TOOFAST")), started("*TOOFAST|*ER"));
  }

  @Test
  void aStartWithoutAnAnswerIsUnknownAndNeverWrittenAgain() throws InterruptedException {
    prepared();
    armed();
    Reply<StartOutcome> reply = PumpTalk.start(pump, PERMIT);
    farEnd.hears("D,8.5");
    assertEquals(new StartOutcome.Unknown(new Fault.NoAnswer("D,8.5")), reply.get());
    assertTrue(farEnd.hearsNothing(200));
    assertInstanceOf(StartOutcome.NotWritten.class, PumpTalk.start(pump, PERMIT).get());
  }

  @Test
  void resetMeansThatTheTotalsAreLost() throws InterruptedException {
    prepared();
    armed();
    started("*OK");
    Reply<PumpAlarm> alarms = new Reply<>();
    pump.onAlarm(alarms);
    farEnd.says("*RS|*RE");
    assertEquals(PumpAlarm.POWER_WAS_INTERRUPTED, alarms.get());
    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("C,0", "*OK").step("D,?", "?D,0.00,0|*OK").step("TV,?", "?TV,0.00|*OK");
    assertEquals(Optional.of(PumpAlarm.POWER_WAS_INTERRUPTED), value(reply).alarm());
    assertInstanceOf(Fault.NotPermitted.class, fault(PumpTalk.arm(pump, PERMIT, 500)));
  }

  @Test
  void aTotalBelowTheBaselineMeansTheSameWhenTheResetWasNotHeard() throws InterruptedException {
    prepared();
    armed();
    started("*OK");
    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("D,?", "?D,0.00,0|*OK").step("TV,?", "?TV,0.00|*OK");
    assertEquals(Optional.of(PumpAlarm.POWER_WAS_INTERRUPTED), value(reply).alarm());
  }

  @Test
  void stopIsAnsweredByDone() throws InterruptedException {
    prepared();
    armed();
    started("*OK");
    Reply<Answer<PumpReport>> reply = PumpTalk.stop(pump);
    farEnd.step("X", "*DONE,2.15").step("D,?", "?D,8.50,0|*OK").step("TV,?", "?TV,436.65|*OK");
    assertEquals(Volume.ofMicrolitres(436_650), value(reply).delivered());
  }

  @Test
  void aPausedRunIsEndedAndNotToggled() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = PumpTalk.prepare(pump);
    farEnd
        .step("C,0", "*OK")
        .step("P,?", "?P,1|*OK")
        .step("X", "*DONE,1.00")
        .step("D,?", "?D,5.00,1|*OK");
    assertEquals(new Fault.Refused("D,?", "it runs"), fault(reply));
  }

  @Test
  void withoutMotorSupplyItIsNotPrepared() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = PumpTalk.prepare(pump);
    farEnd
        .step("C,0", "*OK")
        .step("P,?", "?P,0|*OK")
        .step("D,?", "?D,0.00,0|*OK")
        .step("i", "?I,PMP,1.1|*OK")
        .step("PV,?", "?PV,0.00|*OK");
    assertEquals(new Fault.Alarmed("PV,?", PumpAlarm.BAD_SUPPLY), fault(reply));
  }

  @Test
  void theCommandThatWakesItIsAskedAgain() throws InterruptedException {
    Reply<Answer<clinic.mmt.device.DeviceIdentity>> reply = new Reply<>();
    pump.identify(reply);
    farEnd.step("C,0", "*WA").step("C,0", "*OK").step("i", "?i,PMP,1.1|*OK");
    assertEquals("EZO-PMP", value(reply).model());
  }

  @Test
  void aStrokeAboveTheCapOrBelowTheLeastVolumeIsRefusedBeforeAnyByte()
      throws InterruptedException { // R-114
    prepared();
    assertInstanceOf(Fault.NotPermitted.class, fault(PumpTalk.arm(pump, PERMIT, 9_010)));
    assertInstanceOf(Fault.NotPermitted.class, fault(PumpTalk.arm(pump, PERMIT, 490)));
    assertTrue(farEnd.hearsNothing(50));
    assertEquals(List.of(), pump.plan(Volume.ofMicrolitres(499)));
    assertEquals(List.of(Volume.ofMicrolitres(3_330)), pump.plan(Volume.ofMicrolitres(3_339)));
    assertEquals(
        Volume.ofMicrolitres(100_300),
        pump.plan(Volume.ofMicrolitres(100_309)).stream().reduce(Volume.ZERO, Volume::plus));
  }
}

package clinic.mmt.device.pump.reglo;

import static clinic.mmt.device.PumpTalk.PERMIT;
import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.FarEnd;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Permit;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpTalk;
import clinic.mmt.device.Reply;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes out, bytes in, for every operation and fault. Ismatec manual 14-036-E. */
@Timeout(60)
class RegloIccPumpTest {

  private final FarEnd farEnd =
      new FarEnd(
          command -> Octets.ascii(command + "\r"),
          answer -> Octets.ascii(answer.matches("[*#+-]") ? answer : answer + "\r\n"));
  private final RegloIccPump pump = RegloIccPump.open("pump", farEnd.link, 1);

  @AfterEach
  void close() {
    pump.close();
  }

  private FarEnd opens() throws InterruptedException {
    return farEnd.step("1~1", "*").step("0xE1", "*");
  }

  private FarEnd saysWho() throws InterruptedException {
    return farEnd
        .step("1#", "REGLO ICC 0208 306")
        .step("1xA", "2")
        .step("1(", "0208")
        .step("1xS", "A123");
  }

  private PumpBaseline prepared(String trip) throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = PumpTalk.prepare(pump);
    opens().step("1E", "-");
    saysWho().step("1:", trip);
    farEnd
        .step("1O", "*")
        .step("1xM", "O")
        .step("1J", "*")
        .step("1xD", "J")
        .step("1f2000+1", "2000E+1")
        .step("1W", "*")
        .step("1:", "0.000 ul");
    return value(reply);
  }

  private void armed() throws InterruptedException {
    Reply<Answer<Volume>> reply = PumpTalk.arm(pump, PERMIT, 8_500);
    farEnd.step("1v8500+0", "8500E+0");
    assertEquals(Volume.ofMicrolitres(8_500), value(reply));
  }

  private StartOutcome started(String answer) throws InterruptedException {
    Reply<StartOutcome> reply = PumpTalk.start(pump, PERMIT);
    farEnd.step("1H", answer);
    return reply.get();
  }

  @Test
  void preparesAndTellsWhoItIsAndWhatItFound() throws InterruptedException {
    assertEquals(
        new PumpBaseline(
            new DeviceIdentity("REGLO ICC 0208 306", "0208", Optional.of("A123")),
            FlowRate.ofMillilitresPerMinute(20),
            Volume.ofMicrolitres(4_983),
            Volume.ZERO,
            List.of()),
        prepared("4.983 ml"));
  }

  @Test
  void anotherPumpIsTheWrongDevice() throws InterruptedException {
    Reply<Answer<DeviceIdentity>> reply = new Reply<>();
    pump.identify(reply);
    opens().step("1#", "MiniPuls 3");
    assertEquals(new Fault.WrongDevice("#", "Reglo ICC", "MiniPuls 3"), fault(reply));
  }

  @Test
  void poursAndReportsUntilTheEventSaysDone() throws InterruptedException {
    prepared("0.000 ul");
    armed();
    assertInstanceOf(StartOutcome.Started.class, started("*"));

    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("1E", "+").step("1:", "1.250 ml");
    assertEquals(
        new PumpReport(PumpMotion.DISPENSING, Volume.ofMicrolitres(1_250), Optional.empty()),
        value(reply));

    farEnd.says("^X1|A");
    reply = PumpTalk.report(pump);
    farEnd.step("1E", "-").step("1:", "8.500 ml").step("1v", "8500E+0");
    assertEquals(
        new PumpReport(PumpMotion.STOPPED, Volume.ofMicrolitres(8_500), Optional.empty()),
        value(reply));
  }

  @Test
  void anEventBetweenQuestionAndAnswerIsNoAnswer() throws InterruptedException {
    prepared("0.000 ul");
    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd
        .hears("1E")
        .says("^U1|A|0000000012|0000000500|0000")
        .says("-")
        .hears("1:")
        .says("^X2|A")
        .says("0.500 ml");
    assertEquals(Volume.ofMicrolitres(500), value(reply).delivered());
  }

  @Test
  void tooMuchCurrentIsAStallWhichTheNextPreparationResets() throws InterruptedException {
    prepared("0.000 ul");
    armed();
    started("*");
    Reply<PumpAlarm> alarms = new Reply<>();
    pump.onAlarm(alarms);
    farEnd.says("^X1|3");
    assertEquals(PumpAlarm.MOTOR_STALLED, alarms.get());

    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("1E", "-").step("1:", "3.117 ml").step("1v", "8500E+0");
    PumpReport report = value(reply);
    assertEquals(PumpMotion.ALARMED, report.motion());
    assertEquals(Optional.of(PumpAlarm.MOTOR_STALLED), report.alarm());

    PumpTalk.prepare(pump);
    opens().step("1E", "-");
    saysWho().step("1:", "3.117 ml").hears("1-");
  }

  @Test
  void anotherChannelsTroubleIsNotOurs() throws InterruptedException {
    prepared("0.000 ul");
    Reply<PumpAlarm> alarms = new Reply<>();
    pump.onAlarm(alarms);
    farEnd.says("^X2|3");
    assertTrue(alarms.staysEmpty(50));
  }

  @Test
  void aStartThatIsNotAchievableIsToldWithItsReason() throws InterruptedException {
    prepared("0.000 ul");
    armed();
    Reply<StartOutcome> reply = PumpTalk.start(pump, PERMIT);
    farEnd.step("1H", "-").step("1xe", "R 15.00");
    assertEquals(new StartOutcome.Unknown(new Fault.Refused("H", "- R 15.00")), reply.get());
  }

  @Test
  void aStartWithoutAnAnswerIsUnknownAndNeverWrittenAgain() throws InterruptedException {
    prepared("0.000 ul");
    armed();
    Reply<StartOutcome> reply = PumpTalk.start(pump, PERMIT);
    farEnd.hears("1H");
    assertEquals(new StartOutcome.Unknown(new Fault.NoAnswer("H")), reply.get());
    assertTrue(farEnd.hearsNothing(200));
    assertInstanceOf(StartOutcome.NotWritten.class, PumpTalk.start(pump, PERMIT).get());
    assertInstanceOf(Fault.NotPermitted.class, fault(PumpTalk.arm(pump, PERMIT, 500)));
  }

  @Test
  void aVolumeThatReadsBackDifferentlyIsNotArmed() throws InterruptedException {
    prepared("0.000 ul");
    Reply<Answer<Volume>> reply = PumpTalk.arm(pump, PERMIT, 8_500);
    farEnd.step("1v8500+0", "8500E+1");
    assertEquals(new Fault.Refused("v", "8500E+1"), fault(reply));
    assertInstanceOf(StartOutcome.NotWritten.class, PumpTalk.start(pump, PERMIT).get());
    assertTrue(farEnd.hearsNothing(50), "control: no byte left the driver");
  }

  @Test
  void aStrokeAboveTheCapIsRefusedBeforeAnyByte() throws InterruptedException { // R-114
    prepared("0.000 ul");
    assertInstanceOf(Fault.NotPermitted.class, fault(PumpTalk.arm(pump, PERMIT, 9_010)));
    assertTrue(farEnd.hearsNothing(50));
  }

  @Test
  void stopIsRepeatedUntilThePumpStands() throws InterruptedException {
    prepared("0.000 ul");
    armed();
    started("*");
    Reply<Answer<PumpReport>> reply = PumpTalk.stop(pump);
    farEnd
        .hears("1I") // not answered
        .step("1I", "*")
        .step("1E", "+")
        .step("1:", "2.000 ml")
        .step("1I", "*")
        .step("1E", "-")
        .step("1:", "2.010 ml")
        .step("1v", "8500E+0");
    assertEquals(
        new PumpReport(PumpMotion.STOPPED, Volume.ofMicrolitres(2_010), Optional.empty()),
        value(reply));
    // What certainly did not flow may be commanded again, and not a microlitre more (R-114).
    Permit rest = new Permit("dose", "rest", Volume.ofMicrolitres(9_000));
    assertInstanceOf(Fault.NotPermitted.class, fault(PumpTalk.arm(pump, rest, 6_981)));
    PumpTalk.arm(pump, rest, 6_980);
    farEnd.hears("1v6980+0");
  }

  /** There is no alarm for a power cut: the target that was not saved is another one then. */
  @Test
  void aPumpThatForgotItsTargetWasWithoutPower() throws InterruptedException {
    prepared("0.000 ul");
    armed();
    started("*");
    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("1E", "-").step("1:", "0.000 ul").step("1v", "1000E+0");
    assertEquals(Optional.of(PumpAlarm.POWER_WAS_INTERRUPTED), value(reply).alarm());
    assertInstanceOf(Fault.NotPermitted.class, fault(PumpTalk.arm(pump, PERMIT, 500)));
  }

  @Test
  void afterACrashAFreshDriverAsksAndNeverStarts() throws InterruptedException {
    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    opens().step("1E", "+").step("1:", "1.000 ml");
    assertEquals(PumpMotion.DISPENSING, value(reply).motion());
    assertTrue(farEnd.hearsNothing(50));
  }

  @Test
  void plansRoundDown() {
    assertEquals(List.of(), pump.plan(Volume.ZERO));
    assertEquals(List.of(Volume.ofMicrolitres(12_340)), pump.plan(Volume.ofMicrolitres(12_345)));
    assertEquals(2, pump.plan(Volume.ofMillilitres(150)).size());
  }
}

package clinic.mmt.device.pump.cavro;

import static clinic.mmt.device.PumpTalk.PERMIT;
import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
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
import clinic.mmt.device.frame.DtFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.OemFraming;
import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bytes out, bytes in, of a pump with a 5 mL syringe. Tecan manual 733085. */
@Timeout(60)
class CavroPumpTest {

  private static final CavroOptions.Valve NINE = new CavroOptions.Distribution(1, 9);
  private static final CavroOptions.Valve THREE = new CavroOptions.ThreePort(false);

  private int sequence;
  private FarEnd farEnd = new FarEnd(this::block, CavroPumpTest::answer);
  private CavroPump pump = open(CavroDialect.OEM, NINE);

  /** Each new command has the next number; one with a + before it is a repetition of the last. */
  private Octets block(String text) {
    boolean repeat = text.startsWith("+");
    sequence = repeat ? sequence : sequence % 7 + 1;
    return CavroDialect.OEM.command(0, sequence, repeat, repeat ? text.substring(1) : text);
  }

  private static Octets answer(String text) {
    return OemFraming.block(Octets.ascii("0" + text));
  }

  private CavroPump open(CavroDialect dialect, CavroOptions.Valve valve) {
    return CavroPump.open(
        "pump", farEnd.link, new CavroOptions(dialect, 0, Volume.ofMillilitres(5), valve));
  }

  @AfterEach
  void close() {
    pump.close();
  }

  private FarEnd fills() throws InterruptedException {
    return farEnd
        .step("I1A3000R", "@")
        .step("Q", "@")
        .step("Q", "`")
        .step("?4", "`3000")
        .step("?", "`3000");
  }

  private PumpBaseline prepared() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = PumpTalk.prepare(pump);
    farEnd
        .step("Q", "g")
        .step("?76", "`XCalibur 9-port")
        .step("&", "`P/N: 733085 REV: B")
        .step("Z0,1,1R", "@")
        .step("Q", "@")
        .step("Q", "`")
        .step("V400R", "`")
        .step("?2", "`400")
        .step("?", "`0");
    fills().step("?", "`3000");
    return value(reply);
  }

  private void armed(Permit permit, long microlitres) throws InterruptedException {
    Reply<Answer<Volume>> reply = PumpTalk.arm(pump, permit, microlitres);
    farEnd.step("Q", "`").step("?", "`3000");
    assertEquals(Volume.ofMicrolitres(microlitres), value(reply));
  }

  @Test
  void initialisesTowardsTheBottleFillsAndTellsThePowerCut() throws InterruptedException {
    PumpBaseline baseline = prepared();
    assertEquals(List.of(PumpAlarm.POWER_WAS_INTERRUPTED), baseline.cleared());
    assertEquals("Cavro XCalibur 9-port P/N: 733085 REV: B", baseline.identity().text());
    assertEquals(FlowRate.ofMillilitresPerMinute(20), baseline.rate());
    assertEquals(Volume.ZERO, baseline.counter());
  }

  @Test
  void aStrokeIsOneStartWhoseVolumeTheEncoderTells() throws InterruptedException {
    prepared();
    armed(PERMIT, 4_000);
    Reply<StartOutcome> started = PumpTalk.start(pump, PERMIT);
    farEnd.step("O9D2400R", "@");
    assertInstanceOf(StartOutcome.Started.class, started.get());

    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("Q", "@").step("?4", "`1800");
    assertEquals(
        new PumpReport(PumpMotion.DISPENSING, Volume.ofMillilitres(2), Optional.empty()),
        value(reply));

    reply = PumpTalk.report(pump);
    farEnd.step("Q", "`").step("?4", "`602").step("?2", "`400").step("?", "`600");
    assertEquals(
        new PumpReport(PumpMotion.STOPPED, Volume.ofMillilitres(4), Optional.empty()),
        value(reply));
  }

  @Test
  void theNextStrokeRefillsAndTheCounterGoesOn() throws InterruptedException {
    prepared();
    Permit permit = new Permit("dose", "one", Volume.ofMillilitres(9));
    armed(permit, 5_000);
    PumpTalk.start(pump, permit);
    farEnd.step("O9D3000R", "@");
    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("Q", "`").step("?4", "`0").step("?2", "`400").step("?", "`0");
    assertEquals(Volume.ofMillilitres(5), value(reply).delivered());

    Permit second = new Permit("dose", "two", Volume.ofMillilitres(9));
    Reply<Answer<Volume>> armed = PumpTalk.arm(pump, second, 3_000);
    farEnd.step("Q", "`").step("?", "`0").step("?", "`0");
    fills();
    assertEquals(Volume.ofMillilitres(3), value(armed));
    reply = PumpTalk.report(pump);
    farEnd.step("Q", "`").step("?4", "`3000").step("?2", "`400").step("?", "`3000");
    assertEquals(Volume.ofMillilitres(5), value(reply).delivered(), "filling is no dispensing");
  }

  @Test
  void aDoseAboveTheSyringeIsPlannedInStrokes() {
    assertEquals(
        List.of(Volume.ofMillilitres(5), Volume.ofMillilitres(3)),
        pump.plan(Volume.ofMillilitres(8)));
    assertEquals(List.of(Volume.ofMicrolitres(2)), pump.plan(Volume.ofMicrolitres(3)));
    assertEquals(List.of(), pump.plan(Volume.ofMicrolitres(1)), "less than one increment");
    for (int syringe : new int[] {50, 500, 1_000, 2_500, 5_000, 10_000, 50_000}) {
      CavroUnits units = new CavroUnits(Volume.ofMicrolitres(syringe));
      for (long v = 1; v <= syringe; v++) {
        Volume volume = Volume.ofMicrolitres(v);
        Volume sum = units.plan(volume).stream().reduce(Volume.ZERO, Volume::plus);
        assertTrue(!sum.isMoreThan(volume), syringe + " " + v);
        assertTrue(units.plan(volume).stream().allMatch(units::isExact), syringe + " " + v);
      }
    }
  }

  @Test
  void anUnansweredMoveIsRepeatedAsARepetitionAndAStartNever() throws InterruptedException {
    Reply<Answer<PumpBaseline>> reply = PumpTalk.prepare(pump);
    farEnd
        .step("Q", "`")
        .step("?4", "`0")
        .step("?6", "`9")
        .step("?", "`0")
        .step("?76", "`X")
        .step("&", "`1")
        .step("V400R", "`")
        .step("?2", "`400")
        .step("?", "`0")
        .hears("I1A3000R") // executed, its answer is lost
        .step("+I1A3000R", "@")
        .step("Q", "`")
        .step("?4", "`3000")
        .step("?", "`3000")
        .step("?", "`3000");
    assertEquals(Volume.ofMillilitres(5), value(reply).found());

    armed(PERMIT, 4_000);
    Reply<StartOutcome> started = PumpTalk.start(pump, PERMIT);
    farEnd.hears("O9D2400R");
    assertEquals(new StartOutcome.Unknown(new Fault.NoAnswer("O9D2400R")), started.get());
    assertTrue(farEnd.hearsNothing(200));
    assertInstanceOf(StartOutcome.NotWritten.class, PumpTalk.start(pump, PERMIT).get());
  }

  @Test
  void lostStepsAreAStallWithTheTrueVolume() throws InterruptedException {
    prepared();
    armed(PERMIT, 4_000);
    PumpTalk.start(pump, PERMIT);
    farEnd.step("O9D2400R", "@");
    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("Q", "i").step("?4", "i2400").step("?2", "i400").step("?", "i600");
    PumpReport report = value(reply);
    assertEquals(Optional.of(PumpAlarm.MOTOR_STALLED), report.alarm());
    assertEquals(Volume.ofMillilitres(1), report.delivered());

    PumpTalk.prepare(pump);
    farEnd
        .step("Q", "i")
        .step("?4", "i2400")
        .step("?2", "i400")
        .step("?", "i600")
        .step("?76", "iX")
        .step("&", "i1");
    farEnd.hears("Z0,1,1R"); // an overload has to be initialised away
  }

  @Test
  void stopTellsTheTruePlaceAndTheNextPreparationInitialises() throws InterruptedException {
    prepared();
    armed(PERMIT, 4_000);
    PumpTalk.start(pump, PERMIT);
    farEnd.step("O9D2400R", "@");
    Reply<Answer<PumpReport>> reply = PumpTalk.stop(pump);
    farEnd.step("T", "@").step("Q", "`").step("?4", "`2575").step("?2", "`400").step("?", "`2575");
    assertEquals(
        new PumpReport(PumpMotion.STOPPED, Volume.ofMicrolitres(709), Optional.empty()),
        value(reply));

    PumpTalk.prepare(pump);
    farEnd
        .step("Q", "`")
        .step("?4", "`2575")
        .step("?2", "`400")
        .step("?", "`2575")
        .step("?76", "`X")
        .step("&", "`1");
    farEnd.hears("Z0,1,1R");
  }

  @Test
  void aPowerCutInMidPourIsTold() throws InterruptedException {
    prepared();
    armed(PERMIT, 4_000);
    PumpTalk.start(pump, PERMIT);
    farEnd.step("O9D2400R", "@");
    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("Q", "g");
    assertEquals(Optional.of(PumpAlarm.POWER_WAS_INTERRUPTED), value(reply).alarm());
    assertInstanceOf(Fault.NotPermitted.class, fault(PumpTalk.arm(pump, PERMIT, 500)));
  }

  /** Not every pump says that it is not initialised before it is told to move. */
  @Test
  void aTopSpeedThatIsNotTheOneSetMeansThatThePowerWasOut() throws InterruptedException {
    prepared();
    armed(PERMIT, 4_000);
    PumpTalk.start(pump, PERMIT);
    farEnd.step("O9D2400R", "@");
    Reply<Answer<PumpReport>> reply = PumpTalk.report(pump);
    farEnd.step("Q", "`").step("?4", "`2000").step("?2", "`1400");
    assertEquals(Optional.of(PumpAlarm.POWER_WAS_INTERRUPTED), value(reply).alarm());
  }

  @Test
  void aRefusedStartIsUnknownWithThePumpsWord() throws InterruptedException {
    prepared();
    armed(PERMIT, 4_000);
    Reply<StartOutcome> started = PumpTalk.start(pump, PERMIT);
    farEnd.step("O9D2400R", "o");
    assertEquals(new StartOutcome.Unknown(new Fault.Refused("O9D2400R", "15 busy")), started.get());
  }

  @Test
  void aStrokeAboveTheCapIsRefusedBeforeAnyByte() throws InterruptedException { // R-114
    prepared();
    Permit small = new Permit("dose", "intent", Volume.ofMicrolitres(3_999));
    assertInstanceOf(Fault.NotPermitted.class, fault(PumpTalk.arm(pump, small, 4_000)));
    assertTrue(farEnd.hearsNothing(50));
  }

  @Test
  void aThreePortPumpIsNotEmptiedThroughTheSpoutByItself() throws InterruptedException {
    pump.close();
    farEnd = new FarEnd(t -> Octets.ascii("/1" + t + "\r"), CavroPumpTest::line);
    pump = open(CavroDialect.DT, THREE);
    Reply<Answer<PumpBaseline>> reply = PumpTalk.prepare(pump);
    farEnd.step("Q", "g").step("?76", "gX").step("&", "g1");
    assertInstanceOf(Fault.NotPermitted.class, fault(reply));
    assertTrue(farEnd.hearsNothing(50));
    assertTrue(pump.capabilities().mayPourWithoutScale());
    assertTrue(!pump.capabilities().safeRepeat() && !pump.capabilities().checksum());
  }

  private static Octets line(String text) {
    return DtFraming.answer(Octets.ascii("0" + text));
  }
}

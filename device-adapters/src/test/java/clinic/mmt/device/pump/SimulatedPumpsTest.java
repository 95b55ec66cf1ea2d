package clinic.mmt.device.pump;

import static clinic.mmt.device.PumpTalk.PERMIT;
import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.AtOnce;
import clinic.mmt.device.Fault;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.MemoryBench;
import clinic.mmt.device.Permit;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpAlarm;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpTalk;
import clinic.mmt.device.Reply;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.quantity.Volume;
import clinic.mmt.sim.fault.FaultKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each driver against the simulator of its model, which others wrote from the same manual. */
@Timeout(120)
class SimulatedPumpsTest {

  /** Where what a pump tells each second must leave silence between. */
  private static final long SLOW = 4;

  /** Drip, coasting and the pump's own accuracy. */
  private static final long NEAR_PERMILLE = 10;

  private static final long NEAR_MICROLITRES = 25;

  private static long moved(MemoryBench bench) {
    return bench.bench().truth("s1").leftLine().picolitres() / 1_000_000;
  }

  private static void assertNear(long expected, long found) {
    long near = NEAR_MICROLITRES + expected * NEAR_PERMILLE / 1000;
    assertTrue(Math.abs(expected - found) <= near, expected + " µL, but " + found + " µL moved");
  }

  private static PumpBaseline prepared(Pump pump) throws InterruptedException {
    return value(PumpTalk.prepare(pump));
  }

  private static void started(Pump pump, Permit permit, long microlitres)
      throws InterruptedException {
    value(PumpTalk.arm(pump, permit, microlitres));
    assertInstanceOf(StartOutcome.Started.class, PumpTalk.start(pump, permit).get());
  }

  private static long delivered(PumpReport report, PumpBaseline baseline) {
    return report.delivered().minus(baseline.counter()).microlitres();
  }

  @Test
  void poursWhatWasOrderedAndCountsIt() throws InterruptedException {
    AtOnce.all(List.of(SimulatedPump.values()), SimulatedPumpsTest::poursWhatWasOrderedAndCountsIt);
  }

  private static void poursWhatWasOrderedAndCountsIt(SimulatedPump model)
      throws InterruptedException {
    try (MemoryBench bench = model.bench();
        Pump pump = model.open(bench.link("pump"))) {
      PumpBaseline baseline = prepared(pump);
      long before = moved(bench);
      started(pump, PERMIT, 4_000);
      PumpReport end = PumpTalk.awaitStandstill(pump);
      assertEquals(PumpMotion.STOPPED, end.motion());
      assertEquals(Optional.empty(), end.alarm());
      assertEquals(4_000, delivered(end, baseline));
      new Reply<>().staysEmpty(50);
      assertNear(4_000, moved(bench) - before);
      assertEquals(baseline.identity(), prepared(pump).identity());
    }
  }

  @Test
  void aDoseOfTwoStrokesIsCountedOverBoth() throws InterruptedException {
    AtOnce.all(
        List.of(SimulatedPump.CAVRO, SimulatedPump.CAVRO_DT, SimulatedPump.CAVRO_THREE),
        SimulatedPumpsTest::aDoseOfTwoStrokesIsCountedOverBoth);
  }

  private static void aDoseOfTwoStrokesIsCountedOverBoth(SimulatedPump model)
      throws InterruptedException {
    try (MemoryBench bench = model.bench();
        Pump pump = model.open(bench.link("pump"))) {
      PumpBaseline baseline = prepared(pump);
      long before = moved(bench);
      long sum = 0;
      for (Volume stroke : pump.plan(Volume.ofMillilitres(8))) {
        sum += stroke.microlitres();
        started(pump, new Permit("dose", "to " + sum, PERMIT.doseCap()), stroke.microlitres());
        assertEquals(sum, delivered(PumpTalk.awaitStandstill(pump), baseline));
      }
      new Reply<>().staysEmpty(50);
      assertNear(8_000, moved(bench) - before);
    }
  }

  @Test
  void stopEndsAPourAndTheCounterTellsHowFarItCame() throws InterruptedException {
    AtOnce.all(
        List.of(SimulatedPump.values()),
        SimulatedPumpsTest::stopEndsAPourAndTheCounterTellsHowFarItCame);
  }

  private static void stopEndsAPourAndTheCounterTellsHowFarItCame(SimulatedPump model)
      throws InterruptedException {
    try (MemoryBench bench = model.bench();
        Pump pump = model.open(bench.link("pump"))) {
      PumpBaseline baseline = prepared(pump);
      long before = moved(bench);
      started(pump, PERMIT, 5_000);
      PumpReport report = value(PumpTalk.stop(pump));
      assertEquals(PumpMotion.STOPPED, report.motion());
      long delivered = delivered(report, baseline);
      assertTrue(delivered < 5_000, report.toString());
      new Reply<>().staysEmpty(50);
      assertNear(delivered, moved(bench) - before);
      assertEquals(delivered, delivered(value(PumpTalk.report(pump)), baseline), "it stands");
    }
  }

  @Test
  void aStallIsToldByThePumpsThatNoticeOne() throws InterruptedException {
    AtOnce.all(
        List.of(SimulatedPump.values()), SimulatedPumpsTest::aStallIsToldByThePumpsThatNoticeOne);
  }

  private static void aStallIsToldByThePumpsThatNoticeOne(SimulatedPump model)
      throws InterruptedException {
    try (MemoryBench bench = model.bench();
        Pump pump = model.open(bench.link("pump"))) {
      PumpBaseline baseline = prepared(pump);
      bench.bench().setFault("pump", once(FaultKind.STALL, 1_000));
      started(pump, PERMIT, 4_000);
      PumpReport end = PumpTalk.awaitStandstill(pump);
      assertEquals(model.noticesAStall(), pump.capabilities().mayPourWithoutScale());
      if (model.noticesAStall()) {
        assertEquals(Optional.of(PumpAlarm.MOTOR_STALLED), end.alarm());
        assertTrue(delivered(end, baseline) < 1_200, end.toString());
        bench.bench().clearFaults("pump");
        prepared(pump);
        started(pump, new Permit("next", "next", PERMIT.doseCap()), 500);
        assertEquals(PumpMotion.STOPPED, PumpTalk.awaitStandstill(pump).motion());
      }
    }
  }

  private static clinic.mmt.sim.fault.Fault once(FaultKind kind, long value) {
    return clinic.mmt.sim.fault.Fault.usual(kind).with(value).times(1);
  }

  /**
   * A fresh process asks first: it finds the pour of the one before, stops it, and knows its end.
   */
  @Test
  void afterACrashTheNextProcessFindsWhatWasPoured() throws InterruptedException {
    AtOnce.all(
        List.of(SimulatedPump.values()),
        SimulatedPumpsTest::afterACrashTheNextProcessFindsWhatWasPoured);
  }

  private static void afterACrashTheNextProcessFindsWhatWasPoured(SimulatedPump model)
      throws InterruptedException {
    try (MemoryBench bench = model.bench()) {
      PumpBaseline baseline;
      long before;
      try (Pump crashed = model.open(bench.link("pump"))) {
        baseline = prepared(crashed);
        before = moved(bench);
        started(crashed, PERMIT, 5_000);
      }
      try (Pump fresh = model.open(bench.link("pump"))) {
        PumpReport report = value(PumpTalk.stop(fresh));
        assertEquals(PumpMotion.STOPPED, report.motion());
        assertEquals(Optional.empty(), report.alarm());
        new Reply<>().staysEmpty(50);
        assertNear(delivered(report, baseline), moved(bench) - before);
        assertTrue(delivered(report, baseline) < 5_000, "control: it was stopped");
        prepared(fresh);
      }
    }
  }

  @Test
  void aStopThatIsNotObeyedIsRepeated() throws InterruptedException {
    AtOnce.all(List.of(SimulatedPump.values()), SimulatedPumpsTest::aStopThatIsNotObeyedIsRepeated);
  }

  private static void aStopThatIsNotObeyedIsRepeated(SimulatedPump model)
      throws InterruptedException {
    // EZO pours at full speed only: three stops have to fit into it on a busy machine too.
    try (MemoryBench bench = model.bench(model == SimulatedPump.EZO ? 1 : SLOW);
        Pump pump = model.open(bench.link("pump"))) {
      PumpBaseline baseline = prepared(pump);
      bench
          .bench()
          .setFault("pump", clinic.mmt.sim.fault.Fault.usual(FaultKind.IGNORE_STOP).times(2));
      started(pump, PERMIT, 5_000);
      PumpReport report = value(PumpTalk.stop(pump));
      assertEquals(PumpMotion.STOPPED, report.motion());
      assertTrue(delivered(report, baseline) < 5_000, report.toString());
      assertEquals(List.of(), bench.bench().faults("pump"), "control: it was ignored twice");
    }
  }

  /** A model, an error it finds in itself, and what the service hears of it. */
  record Troubled(SimulatedPump model, int code, PumpAlarm alarm) {}

  @Test
  void whatAPumpFindsInItselfIsTold() throws InterruptedException {
    AtOnce.all(
        List.of(
            new Troubled(SimulatedPump.REGLO, 2, PumpAlarm.TOO_HOT),
            new Troubled(SimulatedPump.REGLO, 3, PumpAlarm.MOTOR_STALLED),
            new Troubled(SimulatedPump.CAVRO, 9, PumpAlarm.MOTOR_STALLED),
            new Troubled(SimulatedPump.CAVRO, 10, PumpAlarm.VALVE_BLOCKED),
            new Troubled(SimulatedPump.CAVRO_DT, 10, PumpAlarm.VALVE_BLOCKED),
            new Troubled(SimulatedPump.EZO, 1, PumpAlarm.BAD_SUPPLY),
            new Troubled(SimulatedPump.EZO, 2, PumpAlarm.BAD_SUPPLY)),
        SimulatedPumpsTest::tells);
  }

  private static void tells(Troubled troubled) throws InterruptedException {
    try (MemoryBench bench = troubled.model().bench();
        Pump pump = troubled.model().open(bench.link("pump"))) {
      prepared(pump);
      value(PumpTalk.arm(pump, PERMIT, 4_000));
      if (!troubled.model().name().startsWith("CAVRO")) {
        assertInstanceOf(StartOutcome.Started.class, PumpTalk.start(pump, PERMIT).get());
      }
      bench.bench().setFault("pump", once(FaultKind.PUMP_ERROR, troubled.code()));
      if (troubled.model().name().startsWith("CAVRO")) {
        PumpTalk.start(pump, PERMIT).get();
      }
      new Reply<>().staysEmpty(20);
      PumpReport report = PumpTalk.awaitStandstill(pump);
      assertEquals(Optional.of(troubled.alarm()), report.alarm(), report.toString());
    }
  }

  @Test
  void newsInsideAnAnswerIsNoAnswer() throws InterruptedException {
    AtOnce.all(
        List.of(
            SimulatedPump.REGLO,
            SimulatedPump.REGLO_KEPT,
            SimulatedPump.EZO,
            SimulatedPump.EZO_MIXED),
        SimulatedPumpsTest::newsInsideAnAnswerIsNoAnswer);
  }

  private static void newsInsideAnAnswerIsNoAnswer(SimulatedPump model)
      throws InterruptedException {
    try (MemoryBench bench = model.bench();
        Pump pump = model.open(bench.link("pump"))) {
      PumpBaseline baseline = prepared(pump);
      bench.bench().setFault("pump", clinic.mmt.sim.fault.Fault.usual(FaultKind.NEWS_IN_ANSWER));
      started(pump, PERMIT, 2_000);
      assertEquals(2_000, delivered(PumpTalk.awaitStandstill(pump), baseline));
    }
  }

  @Test
  void aPowerCutInMidPourIsTold() throws InterruptedException {
    AtOnce.all(List.of(SimulatedPump.values()), SimulatedPumpsTest::aPowerCutInMidPourIsTold);
  }

  private static void aPowerCutInMidPourIsTold(SimulatedPump model) throws InterruptedException {
    try (MemoryBench bench = model.bench();
        Pump pump = model.open(bench.link("pump"))) {
      prepared(pump);
      started(pump, PERMIT, 5_000);
      bench.bench().powerOff("pump");
      bench.bench().powerOn("pump");
      long moved = moved(bench);
      PumpReport report = value(PumpTalk.report(pump));
      assertEquals(Optional.of(PumpAlarm.POWER_WAS_INTERRUPTED), report.alarm(), report.toString());
      Permit again = new Permit("dose", "again", PERMIT.doseCap());
      assertInstanceOf(Fault.NotPermitted.class, fault(PumpTalk.arm(pump, again, 500)));
      new Reply<>().staysEmpty(50);
      assertNear(0, moved(bench) - moved);
      prepared(pump);
    }
  }

  /** A model and what becomes of one of its answers. */
  record Spoilt(SimulatedPump model, clinic.mmt.sim.fault.Fault fault) {}

  private static final List<Spoilt> SPOILT =
      Stream.of(SimulatedPump.REGLO, SimulatedPump.CAVRO, SimulatedPump.CAVRO_DT, SimulatedPump.EZO)
          .flatMap(
              m ->
                  Stream.of(
                          once(FaultKind.NO_ANSWER, 0),
                          once(FaultKind.TRUNCATE, 0),
                          once(FaultKind.BAD_CHECKSUM, 0),
                          once(FaultKind.NOISE, 4),
                          once(FaultKind.GLUED, 0),
                          once(FaultKind.SPLIT, 0),
                          once(FaultKind.DUPLICATE_REPLY, 0),
                          once(FaultKind.LATE_ANSWER, 300))
                      .map(f -> new Spoilt(m, f)))
          .toList();

  /**
   * Whatever becomes of the answer to the start, it is written once and the dose is poured once.
   */
  @Test
  void aSpoiltAnswerToTheStartNeverPoursTwice() throws InterruptedException {
    AtOnce.all(SPOILT, c -> aSpoiltAnswerToTheStartNeverPoursTwice(c.model(), c.fault()));
  }

  private static void aSpoiltAnswerToTheStartNeverPoursTwice(
      SimulatedPump model, clinic.mmt.sim.fault.Fault spoilt) throws InterruptedException {
    try (MemoryBench bench = model.bench();
        Pump pump = model.open(bench.link("pump"))) {
      PumpBaseline baseline = prepared(pump);
      long before = moved(bench);
      value(PumpTalk.arm(pump, PERMIT, 2_000));
      bench.bench().setFault("pump", spoilt);
      StartOutcome outcome = PumpTalk.start(pump, PERMIT).get();
      assertTrue(!(outcome instanceof StartOutcome.NotWritten), outcome.toString());
      PumpReport end = PumpTalk.awaitStandstill(pump);
      assertEquals(2_000, delivered(end, baseline));
      assertInstanceOf(StartOutcome.NotWritten.class, PumpTalk.start(pump, PERMIT).get());
      new Reply<>().staysEmpty(50);
      assertNear(2_000, moved(bench) - before);
    }
  }

  /** One spoilt answer to a question does not reach the service, unless it is another number. */
  @Test
  void aSpoiltAnswerToAQuestionIsAskedAgain() throws InterruptedException {
    AtOnce.all(SPOILT, c -> aSpoiltAnswerToAQuestionIsAskedAgain(c.model(), c.fault()));
  }

  private static void aSpoiltAnswerToAQuestionIsAskedAgain(
      SimulatedPump model, clinic.mmt.sim.fault.Fault spoilt) throws InterruptedException {
    try (MemoryBench bench = model.bench();
        Pump pump = model.open(bench.link("pump"))) {
      PumpBaseline baseline = prepared(pump);
      bench.bench().setFault("pump", spoilt);
      PumpReport report = value(PumpTalk.report(pump));
      if (spoilt.kind() != FaultKind.BAD_CHECKSUM || model == SimulatedPump.CAVRO) {
        assertEquals(0, delivered(report, baseline), report.toString());
      }
      assertEquals(PumpMotion.STOPPED, value(PumpTalk.report(pump)).motion());
    }
  }

  @Test
  void aPulledCableIsPortLostAndComesBack() throws InterruptedException {
    AtOnce.all(
        List.of(
            SimulatedPump.REGLO, SimulatedPump.CAVRO, SimulatedPump.CAVRO_DT, SimulatedPump.EZO),
        SimulatedPumpsTest::aPulledCableIsPortLostAndComesBack);
  }

  private static void aPulledCableIsPortLostAndComesBack(SimulatedPump model)
      throws InterruptedException {
    try (MemoryBench bench = model.bench();
        Pump pump = model.open(bench.link("pump"))) {
      prepared(pump);
      Reply<LinkState> states = new Reply<>();
      pump.onLink(states);
      states.await(LinkState.UP);
      started(pump, PERMIT, 500);
      bench.bench().unplug("pump");
      assertInstanceOf(Fault.PortLost.class, fault(PumpTalk.report(pump)));
      states.await(LinkState.DOWN);
      bench.bench().plug("pump");
      states.await(LinkState.UP);
      PumpReport report = PumpTalk.awaitStandstill(pump);
      assertEquals(PumpMotion.STOPPED, report.motion());
      Permit again = new Permit("dose", "again", PERMIT.doseCap());
      Reply<Answer<Volume>> arm = PumpTalk.arm(pump, again, 500);
      assertInstanceOf(Fault.NotPermitted.class, fault(arm), "prepared anew first");
    }
  }
}

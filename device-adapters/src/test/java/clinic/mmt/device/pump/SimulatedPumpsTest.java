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
import clinic.mmt.device.link.Link;
import clinic.mmt.device.pump.cavro.CavroDialect;
import clinic.mmt.device.pump.cavro.CavroOptions;
import clinic.mmt.device.pump.cavro.CavroPump;
import clinic.mmt.device.pump.ezo.EzoPump;
import clinic.mmt.device.pump.reglo.RegloIccPump;
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

  private static final long SPEED = 60;
  private static final CavroOptions.Valve NINE = new CavroOptions.Distribution(1, 9);

  /** Drip, coasting and the pump's own accuracy. */
  private static final long NEAR_PERMILLE = 10;

  private static final long NEAR_MICROLITRES = 25;

  /** Models, with the answers that their manuals leave open. */
  enum Model {
    REGLO("model: reglo-icc"),
    REGLO_KEPT("model: reglo-icc, trip-memory: kept, progress-volume: left"),
    CAVRO("model: cavro-oem, syringe-ul: 5000"),
    CAVRO_TELLS_LATE(
        "model: cavro-oem, syringe-ul: 5000, uninitialised: moves, busy-bit: q-only,"
            + " repeat-answer: again"),
    CAVRO_DT("model: cavro-dt, syringe-ul: 5000"),
    CAVRO_THREE("model: cavro-oem, syringe-ul: 5000, ports: 3"),
    EZO("model: ezo-pmp"),
    EZO_MIXED("model: ezo-pmp, words: mixed");

    private final String options;

    Model(String options) {
      this.options = options;
    }

    MemoryBench bench() {
      return new MemoryBench("devices:\n  - {name: pump, station: s1, " + options + "}\n", SPEED);
    }

    Pump open(Link link) {
      return PumpTalk.up(
          switch (this) {
            case REGLO, REGLO_KEPT -> RegloIccPump.open("pump", link, 1);
            case CAVRO, CAVRO_TELLS_LATE -> cavro(link, CavroDialect.OEM, NINE);
            case CAVRO_DT -> cavro(link, CavroDialect.DT, NINE);
            case CAVRO_THREE -> cavro(link, CavroDialect.OEM, new CavroOptions.ThreePort(true));
            case EZO, EZO_MIXED -> EzoPump.open("pump", link);
          });
    }

    private static Pump cavro(Link link, CavroDialect dialect, CavroOptions.Valve valve) {
      return CavroPump.open(
          "pump", link, new CavroOptions(dialect, 0, Volume.ofMillilitres(5), valve));
    }

    boolean noticesAStall() {
      return this != EZO && this != EZO_MIXED;
    }
  }

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
    AtOnce.all(List.of(Model.values()), SimulatedPumpsTest::poursWhatWasOrderedAndCountsIt);
  }

  private static void poursWhatWasOrderedAndCountsIt(Model model) throws InterruptedException {
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
        List.of(Model.CAVRO, Model.CAVRO_DT, Model.CAVRO_THREE),
        SimulatedPumpsTest::aDoseOfTwoStrokesIsCountedOverBoth);
  }

  private static void aDoseOfTwoStrokesIsCountedOverBoth(Model model) throws InterruptedException {
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
        List.of(Model.values()), SimulatedPumpsTest::stopEndsAPourAndTheCounterTellsHowFarItCame);
  }

  private static void stopEndsAPourAndTheCounterTellsHowFarItCame(Model model)
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
    AtOnce.all(List.of(Model.values()), SimulatedPumpsTest::aStallIsToldByThePumpsThatNoticeOne);
  }

  private static void aStallIsToldByThePumpsThatNoticeOne(Model model) throws InterruptedException {
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

  @Test
  void aPowerCutInMidPourIsTold() throws InterruptedException {
    AtOnce.all(List.of(Model.values()), SimulatedPumpsTest::aPowerCutInMidPourIsTold);
  }

  private static void aPowerCutInMidPourIsTold(Model model) throws InterruptedException {
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
  record Spoilt(Model model, clinic.mmt.sim.fault.Fault fault) {}

  private static final List<Spoilt> SPOILT =
      Stream.of(Model.REGLO, Model.CAVRO, Model.CAVRO_DT, Model.EZO)
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
      Model model, clinic.mmt.sim.fault.Fault spoilt) throws InterruptedException {
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
      Model model, clinic.mmt.sim.fault.Fault spoilt) throws InterruptedException {
    try (MemoryBench bench = model.bench();
        Pump pump = model.open(bench.link("pump"))) {
      PumpBaseline baseline = prepared(pump);
      bench.bench().setFault("pump", spoilt);
      PumpReport report = value(PumpTalk.report(pump));
      if (spoilt.kind() != FaultKind.BAD_CHECKSUM || model == Model.CAVRO) {
        assertEquals(0, delivered(report, baseline), report.toString());
      }
      assertEquals(PumpMotion.STOPPED, value(PumpTalk.report(pump)).motion());
    }
  }

  @Test
  void aPulledCableIsPortLostAndComesBack() throws InterruptedException {
    AtOnce.all(
        List.of(Model.REGLO, Model.CAVRO, Model.CAVRO_DT, Model.EZO),
        SimulatedPumpsTest::aPulledCableIsPortLostAndComesBack);
  }

  private static void aPulledCableIsPortLostAndComesBack(Model model) throws InterruptedException {
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

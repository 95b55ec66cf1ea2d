package clinic.mmt.device.pump;

import static clinic.mmt.device.PumpTalk.PERMIT;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.AtOnce;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.MemoryBench;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpMotion;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpTalk;
import clinic.mmt.device.Reply;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.pump.newera.NewEraOptions;
import clinic.mmt.device.pump.newera.NewEraPump;
import clinic.mmt.sim.core.DeviceKind;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every pump driver pours one dose of 2 mL against its simulator through every fault that a pump
 * can have, from right after the start on. Whatever happens, no more liquid moves than one dose and
 * drip, and the volume that is told in the end is what moved; where the pump itself cannot know
 * better, the scale does, and those kinds are named here.
 */
@Timeout(120)
class PumpFaultMenuTest {

  private static final long DOSE = 2_000;

  /** Drip, coasting and the pump's own accuracy. */
  private static final long NEAR = 45;

  private static final long SPEED = 60;

  /** So that STOP comes in mid-pour. */
  private static final long SLOW = 8;

  /** A leak of 20 µL/s goes on for 6 s of the simulated world. */
  private static final long LEAK_MILLIS = 100;

  /** A pump under test. */
  private record Model(String name, LongFunction<MemoryBench> bench, Function<Link, Pump> open) {
    static Model of(SimulatedPump pump) {
      return new Model(pump.name(), pump::bench, pump::open);
    }

    /** An error that the manual of the model knows. */
    long error() {
      return switch (name) {
        case "REGLO" -> 3;
        case "CAVRO", "CAVRO_DT" -> 9;
        default -> 1;
      };
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Model NEW_ERA =
      new Model(
          "NEW_ERA",
          speed ->
              new MemoryBench("devices:\n  - {name: pump, station: s1, model: new-era}\n", speed),
          link -> PumpTalk.up(NewEraPump.open("pump", link, NewEraOptions.USUAL)));

  private static final List<Model> MODELS =
      List.of(
          NEW_ERA,
          Model.of(SimulatedPump.REGLO),
          Model.of(SimulatedPump.CAVRO),
          Model.of(SimulatedPump.CAVRO_DT),
          Model.of(SimulatedPump.EZO));

  /** A model and a fault. */
  private record Case(Model model, FaultKind kind) {}

  /** What became of the dose, by the pump and in truth. */
  private record Ended(PumpReport report, long told, long moved, boolean used) {}

  private static Stream<FaultKind> kinds() {
    return Arrays.stream(FaultKind.values()).filter(kind -> kind.suits(DeviceKind.PUMP));
  }

  private static Fault fault(Case tried) {
    FaultKind kind = tried.kind();
    Fault usual = Fault.usual(kind);
    return switch (kind) {
      case PUMP_ERROR -> usual.with(tried.model().error()).times(1);
      case STALL, STOP_SHORT, AIR, BOTTLE_EMPTY -> usual.with(DOSE / 2);
      case LATE_ANSWER -> usual.with(300).times(1);
      case SLOW_LEAK, OVER_POUR, NEWS_IN_ANSWER -> usual;
      case IGNORE_STOP -> usual.times(2);
      default -> usual.times(1);
    };
  }

  /**
   * The pump counts turns of its motor: of these it cannot know, and the scale is in the loop (a
   * stall only with pumps that notice none).
   */
  private static boolean onlyTheScaleSees(Case tried) {
    return switch (tried.kind()) {
      case OVER_POUR, AIR, BOTTLE_EMPTY, SLOW_LEAK -> true;
      case STALL -> tried.model().name().startsWith("EZO");
      default -> false;
    };
  }

  @Test
  void throughEveryFaultNoDoseIsOverDeliveredOrReportedWrong() throws InterruptedException {
    List<Case> all =
        MODELS.stream().flatMap(model -> kinds().map(kind -> new Case(model, kind))).toList();
    assertEquals(MODELS.size() * kinds().count(), all.size());
    assertTrue(kinds().count() >= 19, "control: the whole menu of pumps");
    AtOnce.all(all, PumpFaultMenuTest::pours);
  }

  private static void pours(Case tried) throws InterruptedException {
    try (MemoryBench bench = bench(tried);
        Pump pump = tried.model().open().apply(bench.link("pump"))) {
      Ended end = ended(tried, bench, pump);
      long cap = tried.kind() == FaultKind.OVER_POUR ? DOSE * 11 / 10 : DOSE;
      if (tried.kind() != FaultKind.SLOW_LEAK) {
        assertTrue(end.moved() <= cap + NEAR, tried + " moved " + end);
      }
      assertTrue(end.report().motion() != PumpMotion.DISPENSING, tried + ": " + end);
      assertEquals(suits(tried), reached(tried, end), "control: " + tried + " " + end);
      if (!onlyTheScaleSees(tried)) {
        assertTrue(Math.abs(end.told() - end.moved()) <= NEAR, tried + " told " + end);
      }
    }
  }

  private static MemoryBench bench(Case tried) {
    return tried.model().bench().apply(tried.kind() == FaultKind.IGNORE_STOP ? SLOW : SPEED);
  }

  /** What the pages of the models say. */
  private static boolean suits(Case tried) {
    String model = tried.model().name();
    return switch (tried.kind()) {
      case PUMP_ERROR -> !model.equals("NEW_ERA");
      case NEWS_IN_ANSWER -> model.equals("REGLO") || model.equals("EZO");
      default -> true;
    };
  }

  /** Whether the fault came about. */
  private static boolean reached(Case tried, Ended end) {
    return switch (tried.kind()) {
      case OVER_POUR -> end.moved() > DOSE + DOSE / 20;
      case SLOW_LEAK -> end.moved() > DOSE + NEAR;
      case STALL, STOP_SHORT, AIR -> end.moved() < DOSE / 2 + NEAR;
      case NEWS_IN_ANSWER, BOTTLE_EMPTY -> suits(tried);
      default -> end.used();
    };
  }

  private static Ended ended(Case tried, MemoryBench bench, Pump pump) throws InterruptedException {
    PumpBaseline baseline = value(PumpTalk.prepare(pump));
    long before = moved(bench);
    value(PumpTalk.arm(pump, PERMIT, DOSE));
    if (tried.kind() == FaultKind.PUMP_ERROR && tried.model().name().startsWith("CAVRO")) {
      // It is found at the beginning of a move or not at all.
      bench.bench().setFault("pump", fault(tried));
      PumpTalk.start(pump, PERMIT).get();
    } else {
      assertInstanceOf(StartOutcome.Started.class, PumpTalk.start(pump, PERMIT).get());
      bench.bench().setFault("pump", fault(tried));
    }
    runOut(tried, bench, pump);
    if (tried.kind() == FaultKind.SLOW_LEAK) {
      new Reply<>().staysEmpty(LEAK_MILLIS);
    }
    boolean used = bench.bench().faults("pump").isEmpty();
    bench.bench().clearFaults("pump");
    PumpReport report = value(PumpTalk.stop(pump));
    new Reply<>().staysEmpty(40);
    long told = report.delivered().minus(baseline.counter()).microlitres();
    return new Ended(report, told, moved(bench) - before, used);
  }

  /** As the station does: asks again and again; what stays unanswered or strange ends in STOP. */
  private static void runOut(Case tried, MemoryBench bench, Pump pump) throws InterruptedException {
    if (tried.kind() == FaultKind.IGNORE_STOP) {
      PumpTalk.stop(pump).get();
    }
    Optional<PumpReport> last = reported(pump);
    if (tried.kind() == FaultKind.UNPLUG) {
      reported(pump);
      bench.bench().plug("pump");
      Reply<LinkState> states = new Reply<>();
      pump.onLink(states);
      states.await(LinkState.UP);
      return;
    }
    for (int i = 0; i < 100 && last.map(PumpFaultMenuTest::runs).orElse(false); i++) {
      new Reply<>().staysEmpty(5);
      last = reported(pump);
    }
  }

  private static boolean runs(PumpReport report) {
    return report.motion() == PumpMotion.DISPENSING && report.alarm().isEmpty();
  }

  private static Optional<PumpReport> reported(Pump pump) throws InterruptedException {
    return switch (PumpTalk.report(pump).get()) {
      case Answer.Ok<PumpReport>(PumpReport report) -> Optional.of(report);
      case Answer.Failed<PumpReport> failed -> Optional.empty();
    };
  }

  private static long moved(MemoryBench bench) {
    return bench.bench().truth("s1").leftLine().picolitres() / 1_000_000;
  }
}

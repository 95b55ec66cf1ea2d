package clinic.mmt.device.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.AtOnce;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.MemoryBench;
import clinic.mmt.device.PumpTalk;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Scale;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.scale.and.AndScale;
import clinic.mmt.device.scale.mtsics.MtSicsScale;
import clinic.mmt.device.scale.ohaus.OhausScale;
import clinic.mmt.device.scale.sbi.SbiScale;
import clinic.mmt.quantity.Mass;
import clinic.mmt.sim.core.DeviceKind;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every driver of a scale that may verify doses weighs 20 g against its simulator through every
 * fault that a scale can have: it tells the weight or a fault, and no other weight as a stable one.
 */
@Timeout(120)
class ScaleFaultMenuTest {

  private static final Mass RESOLUTION = Mass.ofMilligrams(10);
  private static final Mass LOAD = Mass.ofMilligrams(20_000);
  private static final long SPEED = 20;

  /** A scale under test. */
  private record Model(String name, Function<Link, Scale> open) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Model> MODELS =
      List.of(
          new Model("mt-sics", link -> MtSicsScale.open("scale", link, RESOLUTION)),
          new Model("sartorius-sbi", link -> SbiScale.open("scale", link, RESOLUTION)),
          new Model("and-standard", link -> AndScale.open("scale", link, RESOLUTION, true)),
          new Model("ohaus", link -> OhausScale.open("scale", link, RESOLUTION)));

  /** A model and a fault. */
  private record Case(Model model, FaultKind kind) {}

  private static Stream<FaultKind> kinds() {
    return Arrays.stream(FaultKind.values()).filter(kind -> kind.suits(DeviceKind.SCALE));
  }

  private static Fault fault(FaultKind kind) {
    return switch (kind) {
      case STUCK_WEIGHT, UNSTABLE, DRIFT, OVERLOAD, SCALE_ERROR -> Fault.usual(kind);
      case LATE_ANSWER -> Fault.usual(kind).with(300).times(1);
      default -> Fault.usual(kind).times(1);
    };
  }

  /** A load that sticks or creeps is no other to the scale: the pump's count stands beside it. */
  private static boolean onlyThePumpSees(FaultKind kind) {
    return kind == FaultKind.STUCK_WEIGHT || kind == FaultKind.DRIFT;
  }

  /** These protocols have no check: a changed digit is a good frame, and a second reading tells. */
  private static boolean onlyASecondReadingSees(FaultKind kind) {
    return kind == FaultKind.BAD_CHECKSUM;
  }

  @Test
  void throughEveryFaultTheWeightIsTrueOrAFault() throws InterruptedException {
    List<Case> all =
        MODELS.stream().flatMap(model -> kinds().map(kind -> new Case(model, kind))).toList();
    assertTrue(kinds().count() >= 14, "control: the whole menu of scales");
    AtOnce.all(all, ScaleFaultMenuTest::weighs);
  }

  private static void weighs(Case tried) throws InterruptedException {
    String yaml = "devices:\n  - {name: scale, station: s1, model: " + tried.model().name() + "}\n";
    try (MemoryBench bench = new MemoryBench(yaml, SPEED);
        Scale scale = PumpTalk.up(tried.model().open().apply(bench.link("scale")))) {
      bench
          .bench()
          .inWorld("s1", world -> world.putCup(clinic.mmt.sim.core.Mass.ofMilligrams(20_000)));
      assertEquals(Optional.of(LOAD), settled(scale), "control: healthy before");
      bench.bench().setFault("scale", fault(tried.kind()));
      new Reply<>().staysEmpty(20);
      Optional<Mass> told = weight(scale);
      boolean used = bench.bench().faults("scale").isEmpty();
      switch (tried.kind()) {
        case UNSTABLE, OVERLOAD, SCALE_ERROR -> assertEquals(Optional.empty(), told);
        case STUCK_WEIGHT, DRIFT -> assertTrue(onlyThePumpSees(tried.kind()));
        default -> {
          assertTrue(used || tried.kind() == FaultKind.UNPLUG, "control: it came about");
          boolean free = onlyASecondReadingSees(tried.kind());
          assertTrue(free || told.isEmpty() || told.get().equals(LOAD), "told " + told);
        }
      }
      heal(tried, bench, scale);
      assertEquals(Optional.of(LOAD), settled(scale), "control: healthy after");
    }
  }

  private static void heal(Case tried, MemoryBench bench, Scale scale) throws InterruptedException {
    bench.bench().clearFaults("scale");
    if (tried.kind() == FaultKind.UNPLUG) {
      weight(scale);
      bench.bench().plug("scale");
      Reply<LinkState> states = new Reply<>();
      scale.onLink(states);
      states.await(LinkState.UP);
    }
  }

  /** The weight once it shows the load: it needs its time, and calls the old weight stable. */
  private static Optional<Mass> settled(Scale scale) throws InterruptedException {
    Optional<Mass> told = weight(scale);
    for (int i = 0; i < 40 && !told.equals(Optional.of(LOAD)); i++) {
      new Reply<>().staysEmpty(10);
      told = weight(scale);
    }
    return told;
  }

  /** What a reading calls stable. */
  private static Optional<Mass> weight(Scale scale) throws InterruptedException {
    Reply<Answer<ScaleReading>> reply = new Reply<>();
    scale.read(reply);
    return switch (reply.get()) {
      case Answer.Ok<ScaleReading>(ScaleReading reading) ->
          Optional.of(reading.net()).filter(net -> reading.stable());
      case Answer.Failed<ScaleReading> failed -> Optional.empty();
    };
  }
}

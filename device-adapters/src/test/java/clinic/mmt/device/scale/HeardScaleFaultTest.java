package clinic.mmt.device.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clinic.mmt.device.Answer;
import clinic.mmt.device.AtOnce;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FaultTable;
import clinic.mmt.device.FaultTable.Row;
import clinic.mmt.device.MemoryBench;
import clinic.mmt.device.PumpTalk;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Scale;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.scale.cas.CasEcrScale;
import clinic.mmt.device.scale.comma.CommaScale;
import clinic.mmt.device.scale.yaohua.YaohuaScale;
import clinic.mmt.quantity.Mass;
import clinic.mmt.sim.core.DeviceKind;
import clinic.mmt.sim.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Scales that are only heard, in each of their forms, and the cash register's scale through every
 * fault that a scale can have: each reading tells the load or a fault, and never a weight that was
 * not shown.
 */
@Timeout(180)
class HeardScaleFaultTest {

  private static final int AT_A_TIME = 32;
  private static final Mass RESOLUTION = Mass.ofMilligrams(10);
  private static final Mass LOAD = Mass.ofMilligrams(20_000);
  private static final long SPEED = 20;

  private static final String LOADED = "the load";

  /** Some weight, not called stable: nobody may believe it. */
  private static final String UNSTABLE = "unstable";

  /** Comma streams tell what is stable; a line of them has no check, but a strict grammar. */
  private static final FaultTable COMMA =
      table(
          new Row(FaultKind.NOISE, LOADED, "BadFrame"),
          Row.of(FaultKind.UNSTABLE, UNSTABLE),
          Row.of(FaultKind.DRIFT, UNSTABLE),
          Row.of(FaultKind.OVERLOAD, "Overload"));

  /** Yaohua never tells; whole grams do not see the creeping of a few readings. */
  private static final FaultTable CHECKED =
      table(
          Row.of(FaultKind.NOISE, LOADED),
          Row.of(FaultKind.UNSTABLE, LOADED),
          Row.of(FaultKind.DRIFT, LOADED),
          Row.of(FaultKind.OVERLOAD, "Overload"));

  /** Without check there is no frame for too much either. */
  private static final FaultTable BARE =
      table(
          Row.of(FaultKind.NOISE, LOADED),
          Row.of(FaultKind.UNSTABLE, LOADED),
          Row.of(FaultKind.DRIFT, LOADED),
          Row.of(FaultKind.OVERLOAD, "NoAnswer"));

  /** It is asked in two steps, and asked again; what comes too late for one step is none. */
  private static final FaultTable ASKED =
      FaultTable.of(
          DeviceKind.SCALE,
          new Row(FaultKind.NO_ANSWER, LOADED, "NoAnswer"),
          new Row(FaultKind.LATE_ANSWER, LOADED, "NoAnswer"),
          new Row(FaultKind.TRUNCATE, LOADED, "BadFrame"),
          new Row(FaultKind.BAD_CHECKSUM, LOADED, "BadFrame"),
          Row.of(FaultKind.NOISE, LOADED),
          new Row(FaultKind.GLUED, LOADED, "NoAnswer"),
          Row.of(FaultKind.SPLIT, LOADED),
          Row.of(FaultKind.DUPLICATE_REPLY, LOADED),
          Row.of(FaultKind.UNPLUG, "PortLost"),
          Row.of(FaultKind.STUCK_WEIGHT, LOADED),
          Row.of(FaultKind.UNSTABLE, UNSTABLE),
          // Whole grams do not see the creeping of a few readings.
          Row.of(FaultKind.DRIFT, LOADED),
          Row.of(FaultKind.OVERLOAD, "Overload"),
          Row.of(FaultKind.SCALE_ERROR, LOADED));

  /** A frame that a fault broke is none; the next one tells. */
  private static FaultTable table(Row noise, Row unstable, Row drift, Row overload) {
    return FaultTable.of(
        DeviceKind.SCALE,
        new Row(FaultKind.NO_ANSWER, LOADED, "NoAnswer"),
        Row.of(FaultKind.LATE_ANSWER, LOADED),
        new Row(FaultKind.TRUNCATE, LOADED, "BadFrame"),
        new Row(FaultKind.BAD_CHECKSUM, LOADED, "BadFrame"),
        noise,
        new Row(FaultKind.GLUED, LOADED, "NoAnswer"),
        Row.of(FaultKind.SPLIT, LOADED),
        Row.of(FaultKind.DUPLICATE_REPLY, LOADED),
        Row.of(FaultKind.UNPLUG, "PortLost"),
        // A weight that sticks is the load, as long as the load stays: the pump's count tells.
        Row.of(FaultKind.STUCK_WEIGHT, LOADED),
        unstable,
        drift,
        overload,
        // These have none.
        Row.of(FaultKind.SCALE_ERROR, LOADED));
  }

  /** A scale under test. */
  private record Model(String yaml, FaultTable table, Function<Link, Scale> open) {
    @Override
    public String toString() {
      return yaml;
    }
  }

  private static List<Model> models() {
    List<Model> all = new ArrayList<>();
    for (String form : List.of("grams", "kilograms", "cas", "cas-comma")) {
      all.add(
          new Model(
              "comma-stream, form: " + form,
              COMMA,
              link -> CommaScale.open("scale", link, RESOLUTION, true)));
    }
    for (String form : List.of("a12", "a23p", "a23p-reversed")) {
      boolean reversed = form.equals("a23p-reversed");
      all.add(
          new Model(
              "yaohua, form: " + form,
              form.equals("a12") ? CHECKED : BARE,
              link -> YaohuaScale.open("scale", link, RESOLUTION, reversed)));
    }
    all.add(new Model("cas-ecr", ASKED, link -> CasEcrScale.open("scale", link, RESOLUTION)));
    return all;
  }

  private record Case(Model model, Row row, boolean once, long value) {
    /** What strikes once is over after a frame or two. */
    int readings() {
      return once ? 3 : 2;
    }
  }

  private static List<Case> cases() {
    List<Case> all = new ArrayList<>();
    for (Model model : models()) {
      for (Row row : model.table().rows()) {
        values(row.kind()).forEach(value -> all.add(new Case(model, row, true, value)));
        all.add(new Case(model, row, false, row.kind().parameter().usual()));
      }
    }
    return all;
  }

  /** Frames have 8 to 23 bytes; a frame that lost its end is joined with the next. */
  private static LongStream values(FaultKind kind) {
    return kind == FaultKind.TRUNCATE
        ? LongStream.rangeClosed(1, 22)
        : LongStream.of(kind.parameter().usual());
  }

  @Test
  void throughEveryFaultAReadingIsTheLoadOrAFault() throws InterruptedException {
    AtOnce.all(AT_A_TIME, cases(), HeardScaleFaultTest::weighs);
  }

  private static void weighs(Case tried) throws InterruptedException {
    String yaml = "devices:\n  - {name: scale, station: s1, model: " + tried.model() + "}\n";
    try (MemoryBench bench = new MemoryBench(yaml, SPEED);
        Scale scale = PumpTalk.up(tried.model().open().apply(bench.link("scale")))) {
      bench
          .bench()
          .inWorld("s1", world -> world.putCup(clinic.mmt.sim.core.Mass.ofMilligrams(20_000)));
      settle(scale);
      clinic.mmt.sim.fault.Fault fault =
          clinic.mmt.sim.fault.Fault.usual(tried.row().kind()).with(tried.value());
      bench.bench().setFault("scale", tried.once() ? fault.times(1) : fault);
      Set<String> told = new TreeSet<>();
      for (int i = 0; i < tried.readings(); i++) {
        told.add(reading(scale));
      }
      String expected = tried.once() ? tried.row().once() : tried.row().lasting();
      assertEquals(Set.of(expected), told);
      bench.bench().clearFaults("scale");
      if (!bench.bench().device("scale").orElseThrow().isPlugged()) {
        bench.bench().plug("scale");
      }
      settle(scale);
    }
  }

  /** Waits until the load is told. */
  private static void settle(Scale scale) throws InterruptedException {
    String told = reading(scale);
    for (int i = 0; i < 200 && !told.equals(LOADED); i++) {
      new Reply<>().staysEmpty(20);
      told = reading(scale);
    }
    assertEquals(LOADED, told, "control: healthy");
  }

  private static String reading(Scale scale) throws InterruptedException {
    Reply<Answer<ScaleReading>> reply = new Reply<>();
    scale.read(reply);
    return switch (reply.get()) {
      case Answer.Ok<ScaleReading>(ScaleReading reading) -> {
        boolean tells = scale.capabilities().stability();
        yield tells && !reading.stable()
            ? UNSTABLE
            : reading.net().equals(LOAD) ? LOADED : "told " + reading;
      }
      case Answer.Failed<ScaleReading>(Fault fault) -> fault.getClass().getSimpleName();
    };
  }
}

package clinic.mmt.device.catalog;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Scale;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.SimBench;
import clinic.mmt.quantity.Mass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every scale, in every form that its manual leaves open, against its simulator. */
@Timeout(120)
class ScalesIT {

  /** A pseudo-terminal has no parity and eight bits. */
  private static final String LINE = "?9600,8N1";

  @TempDir static Path folder;
  private static SimBench bench;

  @BeforeAll
  static void startBench() throws IOException {
    bench =
        SimBench.start(
            folder,
            """
            devices:
              - {name: sbi, model: sartorius-sbi, station: sbi}
              - {name: sbi-16, model: sartorius-sbi, station: sbi-16, chars: 16, print: at-rest}
              - {name: and, model: and-standard, station: and}
              - {name: and-asked, model: and-standard, station: and-asked, output: command, er-cd: 1, ack: crlf}
              - {name: and-mute, model: and-standard, station: and-mute, output: command}
              - {name: ohaus, model: ohaus, station: ohaus}
              - {name: ohaus-old, model: ohaus, station: ohaus-old, print: old, width: 12, psn: labelled}
              - {name: comma, model: comma-stream, station: comma}
              - {name: cas, model: comma-stream, station: cas, form: cas, resolution-mg: 1000}
              - {name: yaohua, model: yaohua, station: yaohua}
              - {name: yaohua-r, model: yaohua, station: yaohua-r, form: a23p-reversed}
              - {name: ecr, model: cas-ecr, station: ecr}
              - {name: ecr-nak, model: cas-ecr, station: ecr-nak, unit: KG, at-unrest: nak, at-overload: nak}
              - {name: kern, model: mt-sics, station: kern, variant: kern}
            """);
  }

  @AfterAll
  static void endBench() {
    bench.close();
  }

  private static Scale open(String device, String model, Map<String, String> options) {
    DeviceSpec spec = new DeviceSpec(device, model, bench.link(device) + LINE, options);
    return switch (Catalog.openScale(spec)) {
      case Opened.Good<Scale>(Scale scale) -> scale;
      case Opened.Wrong<Scale>(ConfigurationError error) -> throw new AssertionError(error.text());
    };
  }

  private static void cup(String device, String act) throws IOException, InterruptedException {
    bench.post("/stations/" + device + "/cup", act);
  }

  /** Puts a cup of 12 g on, and waits until the scale has noticed. */
  private static void cup(Scale scale) throws IOException, InterruptedException {
    cup(scale.name(), "{\"act\":\"put\",\"milligrams\":12000}");
    shows(scale, 11_000);
  }

  /** Waits until it shows so much; a scale needs a moment, and calls the old weight stable. */
  private static void shows(Scale scale, long milligrams) throws IOException, InterruptedException {
    Reply<Answer<ScaleReading>> weight = new Reply<>();
    Mass shown = Mass.ofGrams(-1000);
    for (int i = 0; i < 100 && shown.isLessThan(Mass.ofMilligrams(milligrams)); i++) {
      scale.read(weight);
      shown = value(weight).net();
    }
  }

  /** One scale of the bench. */
  private record Tried(String device, String model, Map<String, String> options) {}

  private static final List<Tried> FOR_DOSES =
      List.of(
          new Tried("sbi", "sartorius-sbi", Map.of()),
          new Tried("sbi-16", "sartorius-sbi", Map.of()),
          new Tried("and", "and-standard", Map.of()),
          new Tried("and-asked", "and-standard", Map.of()),
          new Tried("and-mute", "and-standard", Map.of()),
          new Tried("ohaus", "ohaus", Map.of()),
          new Tried("ohaus-old", "ohaus", Map.of()),
          new Tried("comma", "comma-stream", Map.of("dose-verification", "yes")),
          new Tried("kern", "mt-sics", Map.of("variant", "kern")));

  /** All at once: a scale takes its time to come to rest. */
  @Test
  void eachWeighsADose() throws InterruptedException, ExecutionException {
    atOnce(FOR_DOSES, ScalesIT::weighsADose);
  }

  /** What is done with one scale. */
  private interface Trial {
    @Nullable Void with(Tried tried) throws IOException, InterruptedException;
  }

  private static void atOnce(List<Tried> scales, Trial trial)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(scales.size())) {
      List<Future<@Nullable Void>> running = new ArrayList<>();
      scales.forEach(tried -> running.add(threads.submit(() -> trial.with(tried))));
      for (Future<@Nullable Void> each : running) {
        each.get();
      }
    }
  }

  private static @Nullable Void weighsADose(Tried tried) throws IOException, InterruptedException {
    String device = tried.device();
    try (Scale scale = open(device, tried.model(), tried.options())) {
      Reply<Answer<DeviceIdentity>> who = new Reply<>();
      scale.identify(who);
      boolean mute = device.equals("comma");
      assertEquals(!mute, value(who).serial().isPresent());
      cup(scale);
      Reply<Answer<ScaleReading>> weight = new Reply<>();
      scale.readStable(weight);
      assertEquals(new ScaleReading(Mass.ofGrams(12), true), value(weight));
      scale.tare(weight);
      assertEquals(Mass.ofGrams(12), value(weight).net());
      cup(device, "{\"act\":\"add\",\"microlitres\":8500,\"of\":\"water\"}");
      shows(scale, 8_400);
      scale.readStable(weight);
      ScaleReading poured = value(weight);
      assertTrue(poured.stable());
      Mass off = poured.net().minus(Mass.ofMilligrams(8_500)).magnitude();
      assertTrue(!off.isMoreThan(Mass.ofMilligrams(60)), "8.5 mL of water: " + poured);
      scale.read(weight);
      assertTrue(
          !value(weight).net().minus(poured.net()).magnitude().isMoreThan(Mass.ofMilligrams(20)));
      Reply<Answer<Void>> done = new Reply<>();
      scale.clearTare(done);
      assertInstanceOf(Answer.Ok.class, done.get());
      scale.readStable(weight);
      assertTrue(value(weight).net().isMoreThan(Mass.ofGrams(20)), "gross again");
      cup(device, "{\"act\":\"lift\"}");
      if (scale.capabilities().zeroing()) {
        scale.zero(done);
        assertInstanceOf(Answer.Ok.class, done.get());
      }
    }
    return null;
  }

  private static final List<String> LINE_FAULTS =
      List.of(
          "{\"kind\":\"no-answer\",\"count\":1}",
          "{\"kind\":\"truncate\",\"count\":1,\"atByte\":6}",
          "{\"kind\":\"split\",\"count\":3}",
          "{\"kind\":\"duplicate-reply\",\"count\":1}",
          "{\"kind\":\"late-answer\",\"count\":1,\"milliseconds\":1200}",
          "{\"kind\":\"noise\",\"count\":1}");

  @Test
  void aDisturbedLineCostsATryAndNeverAWrongWeight()
      throws InterruptedException, ExecutionException {
    atOnce(
        FOR_DOSES.stream()
            .filter(tried -> List.of("sbi", "and-asked", "ohaus").contains(tried.device()))
            .toList(),
        ScalesIT::weighsThroughLineFaults);
  }

  private static @Nullable Void weighsThroughLineFaults(Tried tried)
      throws IOException, InterruptedException {
    String faults = "/devices/" + tried.device() + "/faults";
    try (Scale scale = open(tried.device(), tried.model(), tried.options())) {
      cup(scale);
      Reply<Answer<ScaleReading>> weight = new Reply<>();
      scale.readStable(weight);
      assertEquals(Mass.ofGrams(12), value(weight).net(), "control: " + tried);
      for (String fault : LINE_FAULTS) {
        bench.post(faults, fault);
        scale.read(weight);
        assertEquals(Mass.ofGrams(12), value(weight).net(), tried + " " + fault);
        bench.delete(faults);
      }
      cup(tried.device(), "{\"act\":\"lift\"}");
    }
    return null;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sbi", "and-asked", "ohaus", "comma"})
  void overloadIsAFaultAndUnrestIsNotStable(String device)
      throws IOException, InterruptedException {
    String model =
        Map.of("sbi", "sartorius-sbi", "and-asked", "and-standard", "comma", "comma-stream")
            .getOrDefault(device, device);
    try (Scale scale = open(device, model, Map.of())) {
      Reply<Answer<ScaleReading>> weight = new Reply<>();
      bench.post("/devices/" + device + "/faults", "{\"kind\":\"overload\"}");
      scale.read(weight);
      assertInstanceOf(Fault.Overload.class, fault(weight));
      bench.delete("/devices/" + device + "/faults");
      bench.post("/devices/" + device + "/faults", "{\"kind\":\"unstable\"}");
      scale.read(weight);
      assertEquals(false, value(weight).stable());
      bench.delete("/devices/" + device + "/faults");
    }
  }

  /** A scale that was without power shows another zero; what it shows is too little, never more. */
  @Test
  void aPowerCutUnderTheCupNeverLooksLikeMoreLiquid() throws IOException, InterruptedException {
    try (Scale scale = open("sbi", "sartorius-sbi", Map.of())) {
      cup(scale);
      Reply<Answer<ScaleReading>> weight = new Reply<>();
      scale.tare(weight);
      value(weight);
      bench.post("/devices/sbi/power", "{\"act\":\"cycle\"}");
      scale.readStable(weight);
      assertTrue(value(weight).net().isLessThan(Mass.ofGrams(1)));
      cup("sbi", "{\"act\":\"lift\"}");
      bench.post("/devices/sbi/power", "{\"act\":\"cycle\"}");
    }
  }

  /** Asked in two steps, in both ways to say that there is no weight now. */
  @ParameterizedTest
  @ValueSource(strings = {"ecr", "ecr-nak"})
  void aCashRegistersScaleIsAskedAndVerifiesNoDose(String device)
      throws IOException, InterruptedException {
    boolean refuses = device.equals("ecr-nak");
    try (Scale scale = open(device, "cas-ecr", Map.of())) {
      Reply<Answer<ScaleReading>> weight = new Reply<>();
      cup(device, "{\"act\":\"put\",\"milligrams\":12000}");
      Answer<ScaleReading> twelve = Answer.ok(new ScaleReading(Mass.ofGrams(12), true));
      scale.read(weight);
      Answer<ScaleReading> told = weight.get();
      for (int i = 0; i < 80 && !told.equals(twelve); i++) {
        new Reply<>().staysEmpty(50);
        scale.read(weight);
        told = weight.get();
      }
      assertEquals(twelve, told);
      bench.post("/devices/" + device + "/faults", "{\"kind\":\"overload\"}");
      scale.read(weight);
      assertEquals(
          refuses ? new Fault.Refused("ENQ", "NAK") : new Fault.Overload("DC1"), fault(weight));
      bench.delete("/devices/" + device + "/faults");
      bench.post("/devices/" + device + "/faults", "{\"kind\":\"unstable\"}");
      scale.read(weight);
      if (refuses) {
        assertEquals(new Fault.Refused("ENQ", "NAK"), fault(weight));
      } else {
        assertEquals(false, value(weight).stable());
      }
      bench.delete("/devices/" + device + "/faults");
      for (String fault : LINE_FAULTS) {
        bench.post("/devices/" + device + "/faults", fault);
        scale.read(weight);
        assertEquals(Mass.ofGrams(12), value(weight).net(), fault);
        bench.delete("/devices/" + device + "/faults");
      }
      scale.readStable(weight);
      assertInstanceOf(Fault.NotPermitted.class, fault(weight));
    }
  }

  @Test
  void scalesThatAreOnlyHeardAreHeard() throws IOException, InterruptedException {
    for (String device : new String[] {"cas", "yaohua", "yaohua-r"}) {
      String model = device.equals("cas") ? "comma-stream" : "yaohua";
      Map<String, String> options =
          device.equals("yaohua-r") ? Map.of("digits", "reversed") : Map.of();
      try (Scale scale = open(device, model, options)) {
        cup(scale);
        Reply<Answer<ScaleReading>> weight = new Reply<>();
        Mass shown = Mass.ZERO;
        for (int i = 0; i < 40 && !shown.equals(Mass.ofGrams(12)); i++) {
          scale.read(weight);
          shown = value(weight).net();
        }
        assertEquals(Mass.ofGrams(12), shown, device);
        scale.readStable(weight);
        assertInstanceOf(Fault.NotPermitted.class, fault(weight), device);
      }
    }
  }
}

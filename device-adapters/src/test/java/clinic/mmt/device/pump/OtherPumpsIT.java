package clinic.mmt.device.pump;

import static clinic.mmt.device.PumpTalk.PERMIT;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.AtOnce;
import clinic.mmt.device.Pump;
import clinic.mmt.device.PumpBaseline;
import clinic.mmt.device.PumpReport;
import clinic.mmt.device.PumpTalk;
import clinic.mmt.device.SimBench;
import clinic.mmt.device.StartOutcome;
import clinic.mmt.device.catalog.Catalog;
import clinic.mmt.device.catalog.DeviceSpec;
import clinic.mmt.device.catalog.Opened;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The pumps by their names in a configuration, over real pseudo-terminals. */
@Timeout(120)
class OtherPumpsIT {

  private static final long POURED = 500;

  /** A drop may still hang at the spout. */
  private static final long DRIP = 30;

  private static final Map<String, Map<String, String>> OPTIONS =
      Map.of(
          "reglo-icc", Map.of("channel", "1"),
          "cavro-oem", Map.of("syringe-ul", "1000"),
          "cavro-dt", Map.of("syringe-ul", "1000"),
          "ezo-pmp", Map.of());

  @TempDir Path folder;

  @Test
  void eachPoursWhatWasArmed() throws Exception {
    StringBuilder yaml = new StringBuilder("devices:\n");
    OPTIONS.keySet().forEach(m -> yaml.append("  - {name: " + m + ", model: " + m + "}\n"));
    try (SimBench bench = SimBench.start(folder, yaml.toString())) {
      AtOnce.all(List.copyOf(OPTIONS.keySet()), model -> pours(bench, model));
    }
  }

  private static void pours(SimBench bench, String model) throws IOException, InterruptedException {
    DeviceSpec spec =
        new DeviceSpec(model, model, bench.link(model), OPTIONS.getOrDefault(model, Map.of()));
    try (Pump pump =
        switch (Catalog.openPump(spec)) {
          case Opened.Good<Pump>(Pump good) -> PumpTalk.up(good);
          case Opened.Wrong<Pump> wrong -> throw new AssertionError(wrong.error().text());
        }) {
      PumpBaseline baseline = value(PumpTalk.prepare(pump));
      long before = bench.truth(model, "leftLineMicrolitres");
      value(PumpTalk.arm(pump, PERMIT, POURED));
      assertInstanceOf(StartOutcome.Started.class, PumpTalk.start(pump, PERMIT).get());
      PumpReport end = PumpTalk.awaitStandstill(pump);
      assertEquals(POURED, end.delivered().minus(baseline.counter()).microlitres());
      long moved = bench.truth(model, "leftLineMicrolitres") - before;
      assertTrue(Math.abs(moved - POURED) <= DRIP, model + " moved " + moved + " µL");
    }
  }
}

package clinic.mmt.dispenser.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.main.bench.DeviceBench.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The times of a driver's port (H41, H36), a few samples of each: the middle one is held to its
 * limit here, the 99th percentile by {@code ./clinic bench devices --strict} on idle cores.
 */
@Timeout(60)
class DeviceBenchTest {

  private static final int MEDIAN = 50;

  @Test
  void portsKeepTheirTimesAndSickDevicesHarmNoOther() throws Exception {
    List<String> lines = new DeviceBench(4, 1, MEDIAN, told -> {}).run();

    assertEquals(
        List.of(
            "loss-to-fault-p50-us",
            "return-after-loss-p50-us",
            "cpu-of-4-lost-ports-permille",
            "deadline-20ms-late-p50-us",
            "deadline-100ms-late-p50-us",
            "deadline-1000ms-late-p50-us",
            "answer-beside-deaf-p50-us",
            "stop-beside-deaf-p50-us",
            "takes-nothing-to-fault-us",
            "answer-beside-hung-p50-us",
            "stop-beside-hung-p50-us"),
        lines.stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
    assertTrue(lines.stream().allMatch(line -> line.endsWith(" ok")), String.join("\n", lines));
  }

  /** The control: a figure over its limit says so, and a thread that does not rest is seen. */
  @Test
  void aFigureOverItsLimitIsToldAndABusyThreadIsSeen() throws InterruptedException {
    assertEquals("a 21 7 3.00 <=20 over", Samples.line("a", 21, 7, 20));
    assertEquals("a 20 - - <=20 ok", Samples.line("a", 20, -1, 20));

    Thread busy =
        Thread.ofPlatform()
            .name("port-bench-busy-reader")
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                  }
                });
    long since = System.nanoTime();
    long used = 0;
    while (used < 5_000_000 && System.nanoTime() - since < 10_000_000_000L) {
      used = DeviceBench.cpuNanos("port-bench-busy");
    }
    busy.interrupt();
    busy.join();
    assertTrue(used >= 5_000_000, "used " + used + " ns");
  }
}

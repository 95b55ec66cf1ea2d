package clinic.mmt.sim.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.core.Act;
import clinic.mmt.sim.core.BytePort;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/** Speed quickens physics and the devices' work, never protocol time-outs. */
class SpeedTest {

  private static final long TICK = 2_000_000;

  private static final class OneLine implements Cables, BytePort {
    private final Deque<byte[]> toDevice = new ArrayDeque<>();

    @Override
    public BytePort plug(String device) {
      return this;
    }

    @Override
    public void unplug(String device) {}

    @Override
    public String path(String device) {
      return device;
    }

    @Override
    public byte[] read() {
      byte[] next = toDevice.poll();
      return next == null ? new byte[0] : next;
    }

    @Override
    public void write(byte[] bytes) {}

    @Override
    public void close() {}
  }

  @Test
  void tenTimesFasterPoursTenTimesMoreButTheWatchdogKeepsItsSeconds() throws BenchFileException {
    OneLine line = new OneLine();
    BenchSpec spec = BenchFile.read("b", "devices: [{name: p, model: new-era}]");
    Bench bench = new Bench(spec, line, 1, new Speed(10_000));
    bench.plugAll();
    for (String command : new String[] {"0", "0RAT60MM", "0VOL100", "0RUN"}) {
      line.toDevice.add((command + "\r").getBytes(StandardCharsets.US_ASCII));
      bench.stations().getFirst().tick(TICK);
    }
    for (int i = 0; i < 500; i++) {
      bench.stations().getFirst().tick(TICK);
    }
    long poured = bench.truth("p").leftBottle().microlitres();
    assertTrue(poured > 9500 && poured < 10_500, "in one real second: " + poured);
    line.toDevice.add(new byte[] {2, 9, '0', 'S', 'A', 'F', '5', 9, 8, 3});
    for (int i = 0; i < 2000; i++) {
      bench.stations().getFirst().tick(TICK);
    }
    assertTrue(bench.truth("p").leftBottle().microlitres() > poured + 35_000, "4 s: runs on");
    for (int i = 0; i < 1000; i++) {
      bench.stations().getFirst().tick(TICK);
    }
    assertTrue(bench.truth("p").leftBottle().microlitres() < poured + 55_000, "stopped at 5 s");
  }

  @Test
  void aBenchIsQuickenedWhileItPours() throws BenchFileException {
    OneLine line = new OneLine();
    BenchSpec spec = BenchFile.read("b", "devices: [{name: p, model: new-era}]");
    Bench bench = new Bench(spec, line, 1, Speed.REAL);
    bench.plugAll();
    for (String command : new String[] {"0", "0RAT60MM", "0VOL100", "0RUN"}) {
      line.toDevice.add((command + "\r").getBytes(StandardCharsets.US_ASCII));
      bench.stations().getFirst().tick(TICK);
    }
    long slow = pouredInTicks(bench, 500);
    assertEquals(new Act.Done(), bench.speed(new Speed(10_000)));
    long fast = pouredInTicks(bench, 500);
    assertTrue(slow > 900 && slow < 1100, "one second at real speed: " + slow);
    assertTrue(fast > 9500 && fast < 10_500, "one second at ten times: " + fast);
  }

  private static long pouredInTicks(Bench bench, int ticks) {
    long before = bench.truth("p").leftBottle().microlitres();
    for (int i = 0; i < ticks; i++) {
      bench.stations().getFirst().tick(TICK);
    }
    return bench.truth("p").leftBottle().microlitres() - before;
  }

  @Test
  void senselessSpeedsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Speed(0));
    assertEquals(4, new Speed(2000).simulated(2));
  }
}

package clinic.mmt.dispenser.main.bench;

import clinic.mmt.device.LinkState;
import clinic.mmt.dispenser.main.bench.DeviceBench.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How much later than asked the wait for an answer ends that never comes; beside it a thread that
 * only sleeps. All lengths at the same time, several ports of each, as long as the longest takes.
 */
final class DeadlineBench {

  private static final List<Long> MILLIS = List.of(20L, 100L, 1_000L, 10_000L, 30_000L, 120_000L);
  private static final long LATE_MICROS_MAX = 2_000;
  private static final int PORTS = 3;
  private static final int WAITS_MAX = 250;

  /** Short waits before those that count: code is loaded and compiled, all threads are there. */
  private static final int WARM_UP = 40;

  private static final long WARM_UP_MILLIS = 20;

  private final long longestMillis;
  private final int percent;

  DeadlineBench(int longestSeconds, int percent) {
    this.percent = percent;
    this.longestMillis = TimeUnit.SECONDS.toMillis(longestSeconds);
  }

  List<String> run() throws IOException, InterruptedException, TimeoutException {
    try (LinePeer silent = new LinePeer(LinePeer.Kind.SILENT)) {
      List<CompletableFuture<String>> lines = new ArrayList<>();
      for (long millis : MILLIS) {
        if (millis <= longestMillis) {
          lines.add(ofLength(silent, millis));
        }
      }
      return lines.stream().map(CompletableFuture::join).toList();
    }
  }

  private CompletableFuture<String> ofLength(LinePeer silent, long millis) {
    List<CompletableFuture<List<Long>>> ours = new ArrayList<>();
    for (int i = 0; i < PORTS; i++) {
      String name = "bench-wait-" + millis + "-" + i;
      ours.add(CompletableFuture.supplyAsync(() -> waits(name, silent, millis), DeadlineBench::go));
    }
    CompletableFuture<List<Long>> bare =
        CompletableFuture.supplyAsync(() -> sleeps(millis), DeadlineBench::go);
    return CompletableFuture.supplyAsync(
        () -> {
          Samples all = new Samples();
          ours.forEach(each -> each.join().forEach(all::add));
          Samples plain = new Samples();
          bare.join().forEach(plain::add);
          return all.line("deadline-" + millis + "ms-late", plain, percent, LATE_MICROS_MAX);
        },
        DeadlineBench::go);
  }

  private static void go(Runnable task) {
    Thread.ofPlatform().daemon().name("bench-wait").start(task);
  }

  private long times(long millis) {
    return Math.clamp(longestMillis / (millis + 110), 1, WAITS_MAX);
  }

  /** A line that was silent once must be so for 100 ms before it is asked again. */
  private List<Long> waits(String name, LinePeer silent, long millis) {
    List<Long> late = new ArrayList<>();
    try (LinePort port = new LinePort(name, silent.link())) {
      port.await(LinkState.UP);
      for (int i = 0; i < WARM_UP; i++) {
        port.late(WARM_UP_MILLIS).join();
      }
      for (int i = 0; i < times(millis); i++) {
        late.add(Math.abs(port.late(millis).join()));
      }
    } catch (InterruptedException | TimeoutException e) {
      throw new CompletionException(e);
    }
    return late;
  }

  private List<Long> sleeps(long millis) {
    List<Long> late = new ArrayList<>();
    try {
      TimeUnit.MILLISECONDS.sleep(WARM_UP * 6 * WARM_UP_MILLIS);
      for (int i = 0; i < times(millis); i++) {
        long since = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(millis);
        late.add(System.nanoTime() - since - TimeUnit.MILLISECONDS.toNanos(millis));
      }
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
    return late;
  }
}

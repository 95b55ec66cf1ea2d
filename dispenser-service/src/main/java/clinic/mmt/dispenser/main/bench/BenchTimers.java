package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.app.Timers;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Timers in which physics takes no time: a wait for it is a millisecond. A wait that ends makes
 * physics as old as it waited for, and nothing else does, so that a machine that stands still for a
 * moment is not taken for a weight that will not come to rest. Limits keep a length of their own:
 * they must not come before what they limit.
 */
final class BenchTimers implements Timers, AutoCloseable {

  /** How long a wait for physics is here. */
  static final long PHYSICS_NANOS = 1_000_000;

  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final int KEPT = 1_000;

  /**
   * The idle scale is looked at every 400 ms; at a tenth of the pace it leaves a standstill room.
   */
  private static final Duration IDLE = Duration.ofMillis(400);

  private static final long IDLE_NANOS = 10_000_000;

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "bench-timers");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Age of physics in milliseconds by the nanosecond it was reached; the executor's thread adds.
   */
  private final NavigableMap<Long, Long> ages = new ConcurrentSkipListMap<>();

  BenchTimers() {
    ages.put(System.nanoTime(), 0L);
  }

  @Override
  public Wait after(Duration wait, Pace pace, Runnable task) {
    ScheduledFuture<?> future =
        switch (pace) {
          case PHYSICS -> {
            long due = ages.lastEntry().getValue() + wait.toMillis();
            yield executor.schedule(
                () -> {
                  older(due);
                  task.run();
                },
                realNanos(wait),
                TimeUnit.NANOSECONDS);
          }
          case REAL -> executor.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
        };
    return () -> future.cancel(false);
  }

  private static long realNanos(Duration wait) {
    if (wait.equals(IDLE)) {
      return IDLE_NANOS;
    }
    return wait.compareTo(LIMIT) < 0 ? PHYSICS_NANOS : wait.toNanos();
  }

  private void older(long age) {
    if (age > ages.lastEntry().getValue()) {
      ages.put(System.nanoTime(), age);
    }
    while (ages.size() > KEPT) {
      ages.pollFirstEntry();
    }
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public long physicsMillisSince(long fromNanos) {
    Map.Entry<Long, Long> then = ages.floorEntry(fromNanos);
    return ages.lastEntry().getValue() - (then == null ? 0 : then.getValue());
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}

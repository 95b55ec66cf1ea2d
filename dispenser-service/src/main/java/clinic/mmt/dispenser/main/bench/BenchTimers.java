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
 * Timers in which physics takes no time: a wait for it is 2.2 milliseconds, and only such waits
 * make physics older, so that a machine that stands still for a moment is not taken for a weight
 * that will not come to rest.
 */
final class BenchTimers implements Timers, AutoCloseable {

  /** How long a wait for physics is here. */
  static final long PHYSICS_NANOS = 2_200_000;

  private static final int KEPT = 10_000;

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
  private final NavigableMap<Long, Long> age = new ConcurrentSkipListMap<>();

  BenchTimers() {
    age.put(System.nanoTime(), 0L);
  }

  @Override
  public Wait after(Duration wait, Pace pace, Runnable task) {
    ScheduledFuture<?> future =
        switch (pace) {
          case PHYSICS ->
              executor.schedule(
                  () -> {
                    older(wait);
                    task.run();
                  },
                  PHYSICS_NANOS,
                  TimeUnit.NANOSECONDS);
          case REAL -> executor.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
        };
    return () -> future.cancel(false);
  }

  private void older(Duration wait) {
    age.put(System.nanoTime(), age.lastEntry().getValue() + wait.toMillis());
    if (age.size() > KEPT) {
      age.pollFirstEntry();
    }
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public long physicsMillisSince(long fromNanos) {
    Map.Entry<Long, Long> then = age.floorEntry(fromNanos);
    return age.lastEntry().getValue() - (then == null ? 0 : then.getValue());
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}

package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.app.Timers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Timers in which physics takes no time: a wait for it is 2.2 milliseconds. */
final class BenchTimers implements Timers, AutoCloseable {

  /** How long a wait for physics is here. */
  static final long PHYSICS_NANOS = 2_200_000;

  private static final long SPEED = 250;

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "bench-timers");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public Wait after(Duration wait, Pace pace, Runnable task) {
    long nanos =
        switch (pace) {
          case PHYSICS -> PHYSICS_NANOS;
          case REAL -> wait.toNanos();
        };
    ScheduledFuture<?> future = executor.schedule(task, nanos, TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public long physicsMillisSince(long fromNanos) {
    return (System.nanoTime() - fromNanos) * SPEED / 1_000_000;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}

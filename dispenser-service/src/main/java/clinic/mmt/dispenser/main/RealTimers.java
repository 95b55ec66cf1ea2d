package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.Timers;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Timers of the real world; waits for physics are shorter by the demo's speed. */
final class RealTimers implements Timers, AutoCloseable {

  private final ScheduledThreadPoolExecutor executor;
  private final int speed;

  RealTimers(int speed) {
    this.speed = speed;
    this.executor = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "mmt-timers"));
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Wait after(Duration wait, Pace pace, Runnable task) {
    long nanos =
        switch (pace) {
          case PHYSICS -> wait.toNanos() / speed;
          case REAL -> wait.toNanos();
        };
    try {
      ScheduledFuture<?> future = executor.schedule(task, nanos, TimeUnit.NANOSECONDS);
      return () -> future.cancel(false);
    } catch (RejectedExecutionException e) {
      return () -> {};
    }
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public long physicsMillisSince(long fromNanos) {
    return (System.nanoTime() - fromNanos) / 1_000_000 * speed;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}

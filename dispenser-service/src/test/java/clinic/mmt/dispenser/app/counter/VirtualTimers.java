package clinic.mmt.dispenser.app.counter;

import clinic.mmt.dispenser.app.Timers;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that moves only when a test says so; one speed for liquid and people. */
public final class VirtualTimers implements Timers {

  private record Due(long nanos, long order, Runnable task) {}

  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::order));
  private long now;
  private long order;

  @Override
  public Wait after(Duration wait, Pace pace, Runnable task) {
    Due d = new Due(now + wait.toNanos(), order++, task);
    due.add(d);
    return () -> due.remove(d);
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public long physicsMillisSince(long fromNanos) {
    return (now - fromNanos) / 1_000_000;
  }

  /** Moves time; {@code settle} runs whatever each task started. */
  public void advance(Duration by, Runnable settle) {
    long until = now + by.toNanos();
    while (!due.isEmpty() && due.peek().nanos() <= until) {
      Due next = due.remove();
      now = Math.max(now, next.nanos());
      next.task().run();
      settle.run();
    }
    now = until;
  }
}

package clinic.mmt.dispenser.main.simulate.device;

import java.util.ArrayDeque;
import java.util.PriorityQueue;

/** Time that only moves when nothing is left to do; one thread, every step in one order. */
public final class VirtualTime {

  /** A task that waits; it can be given up. */
  public static final class Due implements Comparable<Due> {
    private final long nanos;
    private final long order;
    private final Life life;
    private final Runnable task;
    private boolean cancelled;

    private Due(long nanos, long order, Life life, Runnable task) {
      this.nanos = nanos;
      this.order = order;
      this.life = life;
      this.task = task;
    }

    /** The task is not run any more. */
    public void cancel() {
      cancelled = true;
    }

    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(nanos, other.nanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private record Ready(Life life, Runnable task) {}

  private final PriorityQueue<Due> waiting = new PriorityQueue<>(256);
  private final ArrayDeque<Ready> ready = new ArrayDeque<>(256);
  private long now;
  private long order;

  /** Nanoseconds since the begin of the simulation. */
  public long nanos() {
    return now;
  }

  /** Runs {@code task} of {@code life} after {@code wait} nanoseconds. */
  public Due after(Life life, long wait, Runnable task) {
    Due due = new Due(now + Math.max(0, wait), order++, life, task);
    waiting.add(due);
    return due;
  }

  /** Runs {@code task} of {@code life} in its turn, at this instant. */
  public void soon(Life life, Runnable task) {
    ready.add(new Ready(life, task));
  }

  /** Takes one step; false when nothing is left at all. */
  public boolean step() {
    Ready next = ready.poll();
    if (next != null) {
      if (next.life().step()) {
        next.task().run();
      }
      return true;
    }
    Due due = waiting.poll();
    if (due == null) {
      return false;
    }
    // What a dead process waited for does not even take time.
    if (!due.cancelled && due.life.alive()) {
      now = Math.max(now, due.nanos);
      if (due.life.step()) {
        due.task.run();
      }
    }
    return true;
  }

  /** Time passes without a step, as over night; nothing may be due before. */
  public void skipTo(long nanos) {
    now = Math.max(now, nanos);
  }
}

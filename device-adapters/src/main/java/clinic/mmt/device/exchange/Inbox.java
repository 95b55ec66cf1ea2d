package clinic.mmt.device.exchange;

import clinic.mmt.device.frame.Octets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one place where the owner of a port waits: for bytes, loss, jobs, the urgent lane and the
 * end. The reader and callers put in, the owner takes out; both queues are bounded.
 */
final class Inbox<M extends Message> {

  static final int CHUNKS_MAX = 256;
  static final int JOBS_MAX = 256;
  static final int URGENT_MAX = 256;

  private final long graceNanos;
  private final Deque<Octets> chunks = new ArrayDeque<>();
  private final Deque<Job<M, ?>> jobs = new ArrayDeque<>();
  private final Deque<Job<M, ?>> urgent = new ArrayDeque<>();
  private final List<Job<M, ?>> cancelled = new ArrayList<>();
  private @Nullable Job<M, ?> running;
  private @Nullable String loss;
  private long interruptedAtNanos;
  private boolean interrupted;
  private boolean closed;

  /** Why a wait of the owner ended. */
  sealed interface Wake<M extends Message> {
    record Bytes<M extends Message>(Octets chunk) implements Wake<M> {}

    record Work<M extends Message>(Job<M, ?> job) implements Wake<M> {}

    record Urgent<M extends Message>(Job<M, ?> job) implements Wake<M> {}

    record Lost<M extends Message>(String cause) implements Wake<M> {}

    record Interrupted<M extends Message>() implements Wake<M> {}

    record Quiet<M extends Message>() implements Wake<M> {}

    record Closed<M extends Message>() implements Wake<M> {}
  }

  Inbox(long graceMillis) {
    this.graceNanos = TimeUnit.MILLISECONDS.toNanos(graceMillis);
  }

  /** Waits while the owner is behind, so that a babbling device can't fill the memory. */
  synchronized void bytes(Octets chunk) throws InterruptedException {
    while (chunks.size() >= CHUNKS_MAX && !closed && loss == null) {
      wait();
    }
    chunks.addLast(chunk);
    notifyAll();
  }

  synchronized void lost(String cause) {
    loss = cause;
    notifyAll();
  }

  /** Forgets what came from a connection that is gone. */
  synchronized void forgetLine() {
    chunks.clear();
    loss = null;
    notifyAll();
  }

  /** Whether there was room. */
  synchronized boolean offer(Job<M, ?> job) {
    if (closed || jobs.size() >= JOBS_MAX) {
      return false;
    }
    jobs.addLast(job);
    notifyAll();
    return true;
  }

  /** Goes before everything, calls off all that waits and interrupts what runs. */
  synchronized boolean offerUrgent(Job<M, ?> job) {
    if (closed || urgent.size() >= URGENT_MAX) {
      return false;
    }
    cancelled.addAll(jobs);
    jobs.clear();
    urgent.addLast(job);
    interrupt();
    return true;
  }

  synchronized void cancel(Job<M, ?> job) {
    if (jobs.remove(job)) {
      cancelled.add(job);
      notifyAll();
    } else if (job.equals(running)) {
      interrupt();
    }
  }

  private synchronized void interrupt() {
    if (!interrupted) {
      interrupted = true;
      interruptedAtNanos = System.nanoTime();
    }
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized boolean isInterrupted() {
    return interrupted;
  }

  /** Jobs that are to be answered with CancelledByStop. */
  synchronized List<Job<M, ?>> takeCancelled() {
    List<Job<M, ?>> taken = List.copyOf(cancelled);
    cancelled.clear();
    return taken;
  }

  /** All jobs that were never begun. */
  synchronized List<Job<M, ?>> takeAll() {
    List<Job<M, ?>> taken = new ArrayList<>(urgent);
    taken.addAll(cancelled);
    taken.addAll(jobs);
    urgent.clear();
    cancelled.clear();
    jobs.clear();
    return taken;
  }

  /**
   * The owner, between operations, waits for whatever comes first. STOP goes before all, work
   * before bytes: a device that never stops talking must not keep either waiting.
   */
  synchronized Wake<M> next(long deadlineNanos) {
    while (true) {
      Optional<Wake<M>> wake = ofEnd().or(this::ofWork).or(this::ofLine);
      if (wake.isPresent()) {
        return wake.get();
      }
      long left = deadlineNanos - System.nanoTime();
      if (!cancelled.isEmpty() || left <= 0) {
        return new Wake.Quiet<>();
      }
      sleep(left);
    }
  }

  /** The owner, inside an operation, waits for bytes. The limits go before the bytes. */
  synchronized Wake<M> nextBytes(long deadlineNanos, boolean urgentLane) {
    while (true) {
      Optional<Wake<M>> end = ofEnd();
      if (end.isPresent()) {
        return end.get();
      }
      long now = System.nanoTime();
      boolean stopping = interrupted && !urgentLane;
      long graceLeft = stopping ? interruptedAtNanos + graceNanos - now : Long.MAX_VALUE;
      long left = Math.min(graceLeft, deadlineNanos - now);
      if (left <= 0) {
        return graceLeft <= 0 ? new Wake.Interrupted<>() : new Wake.Quiet<>();
      }
      Optional<Wake<M>> line = ofLine();
      if (line.isPresent()) {
        return line.get();
      }
      sleep(left);
    }
  }

  /** Bytes or loss that are here already. */
  synchronized Wake<M> pollBytes() {
    return ofEnd().or(this::ofLine).orElse(new Wake.Quiet<>());
  }

  /** The operation that ran is over; an interruption that was meant for it is too. */
  synchronized void finished() {
    running = null;
    interrupted = !urgent.isEmpty();
  }

  /** Waits for a change. Nobody interrupts the owner; if somebody does, it means the end. */
  @SuppressWarnings("WaitNotInLoop") // both callers loop over their condition
  private synchronized void sleep(long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private synchronized Optional<Wake<M>> ofEnd() {
    return closed ? Optional.of(new Wake.Closed<>()) : Optional.empty();
  }

  private synchronized Optional<Wake<M>> ofWork() {
    Job<M, ?> stop = urgent.pollFirst();
    if (stop != null) {
      return Optional.of(new Wake.Urgent<>(stop));
    }
    running = jobs.pollFirst();
    return running == null ? Optional.empty() : Optional.of(new Wake.Work<>(running));
  }

  private synchronized Optional<Wake<M>> ofLine() {
    Octets chunk = chunks.pollFirst();
    if (chunk != null) {
      notifyAll();
      return Optional.of(new Wake.Bytes<>(chunk));
    }
    return loss == null ? Optional.empty() : Optional.of(new Wake.Lost<>(loss));
  }
}

package clinic.mmt.dispenser.main.bench;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * So many clients, each of which hands in its next event when it has the answer to its last one.
 * Events are handed in in their order, whichever client's turn it is.
 */
final class ClosedLoop {

  private static final int SECONDS_MOST = 300;

  private final int events;
  private final Target target;
  private final long[] waited;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private int handedIn;
  private int answered;

  /** What takes events in; answers on one thread. */
  @FunctionalInterface
  interface Target {
    /** Takes the event of this number; {@code done} once it is durable. */
    void submit(int event, Runnable done);
  }

  /**
   * What one run gave.
   *
   * @param perSecond events in a second
   * @param p99Micros 99th percentile of the wait for the answer
   */
  record Result(long perSecond, long p99Micros) {}

  private ClosedLoop(int events, Target target) {
    this.events = events;
    this.target = target;
    this.waited = new long[events];
  }

  /** Runs all events with {@code clients} under way. */
  static Result run(int clients, int events, Target target) {
    ClosedLoop loop = new ClosedLoop(events, target);
    long begin = System.nanoTime();
    for (int i = 0; i < clients; i++) {
      loop.next();
    }
    loop.ended.orTimeout(SECONDS_MOST, TimeUnit.SECONDS).join();
    long nanos = System.nanoTime() - begin;
    Arrays.sort(loop.waited);
    return new Result(
        events * 1_000_000_000L / nanos,
        loop.waited[Math.min(events - 1, events * 99 / 100)] / 1000);
  }

  private synchronized void next() {
    if (handedIn == events) {
      return;
    }
    int event = handedIn++;
    long began = System.nanoTime();
    target.submit(event, () -> done(event, began));
  }

  private void done(int event, long began) {
    waited[event] = System.nanoTime() - began;
    if (++answered == events) {
      ended.complete(null);
    } else {
      next();
    }
  }
}

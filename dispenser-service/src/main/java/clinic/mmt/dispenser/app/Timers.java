package clinic.mmt.dispenser.app;

import java.time.Duration;

/**
 * Every wait of the house. A demo's speed scales {@link Pace#PHYSICS} only: never reply time-outs,
 * watchdogs, logins or identity times.
 */
public interface Timers {

  /** What is waited for. */
  enum Pace {
    /** For liquid, drip and scale: as fast as the simulated physics. */
    PHYSICS,
    /** For people and machines. */
    REAL
  }

  /** A wait that can be given up. */
  @FunctionalInterface
  interface Wait {
    /** The task will not run any more, unless it runs already. */
    void cancel();
  }

  /** Runs {@code task} once, on a timer thread, not earlier than {@code wait} from now. */
  Wait after(Duration wait, Pace pace, Runnable task);

  /** Monotonic time in nanoseconds. */
  long nanos();

  /** Milliseconds of physics since {@code fromNanos}. */
  long physicsMillisSince(long fromNanos);
}

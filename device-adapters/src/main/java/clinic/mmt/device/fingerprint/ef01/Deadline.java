package clinic.mmt.device.fingerprint.ef01;

import java.util.concurrent.TimeUnit;

/** The end of a whole verification or enrolment, by the monotonic clock. */
record Deadline(long nanos) {

  static Deadline in(long millis) {
    return new Deadline(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** Whether it will have passed after {@code millis} more. */
  boolean isOver(long millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis) - nanos >= 0;
  }
}

package clinic.mmt.dispenser.http;

import clinic.mmt.dispenser.app.Timers;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Nobody is logged in at a kiosk, so nobody may try cards there one after the other: after so many
 * that are nobody's within a minute it sends everybody to the desk for a while.
 */
final class KioskGuard {

  static final int UNKNOWN_MOST = 20;
  static final long WITHIN_NANOS = 60_000_000_000L;

  private final Timers timers;
  private final Deque<Long> unknown = new ArrayDeque<>();

  KioskGuard(Timers timers) {
    this.timers = timers;
  }

  /** A card was nobody's. */
  synchronized void unknownCard() {
    unknown.addLast(timers.nanos());
  }

  /** Whether too many were nobody's within the last minute. */
  synchronized boolean closed() {
    while (!unknown.isEmpty() && timers.nanos() - unknown.getFirst() >= WITHIN_NANOS) {
      unknown.removeFirst();
    }
    return unknown.size() >= UNKNOWN_MOST;
  }
}

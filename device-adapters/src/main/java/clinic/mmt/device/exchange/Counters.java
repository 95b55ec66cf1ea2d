package clinic.mmt.device.exchange;

import clinic.mmt.device.LineCounters;
import java.util.concurrent.atomic.AtomicLong;

/** Counters of one line. */
final class Counters {

  final AtomicLong timeouts = new AtomicLong();
  final AtomicLong badFrames = new AtomicLong();
  final AtomicLong retries = new AtomicLong();
  final AtomicLong opened = new AtomicLong();

  LineCounters snapshot() {
    return new LineCounters(
        timeouts.get(), badFrames.get(), retries.get(), Math.max(0, opened.get() - 1));
  }
}

package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.Clock;
import clinic.mmt.dispenser.main.simulate.device.VirtualTime;
import java.time.Instant;

/** The machine's wall clock: right, until somebody or something sets it wrong. */
final class SimClock implements Clock {

  private final VirtualTime time;
  private final Instant begin;
  private long wrongMillis;

  SimClock(VirtualTime time, Instant begin) {
    this.time = time;
    this.begin = begin;
  }

  /** So many milliseconds wrong from now on; zero is right. */
  void wrong(long millis) {
    wrongMillis = millis;
  }

  boolean isWrong() {
    return wrongMillis != 0;
  }

  /** What time it really is. */
  Instant real() {
    return begin.plusMillis(time.nanos() / 1_000_000);
  }

  @Override
  public Instant instant() {
    return begin.plusMillis(time.nanos() / 1_000_000 + wrongMillis);
  }
}

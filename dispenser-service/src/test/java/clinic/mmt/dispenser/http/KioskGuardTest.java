package clinic.mmt.dispenser.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Timers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Nobody tries cards at a kiosk one after the other. */
class KioskGuardTest {

  private final AtomicLong nanos = new AtomicLong();
  private final KioskGuard guard =
      new KioskGuard(
          new Timers() {
            @Override
            public Wait after(Duration wait, Pace pace, Runnable task) {
              return () -> {};
            }

            @Override
            public long nanos() {
              return nanos.get();
            }

            @Override
            public long physicsMillisSince(long fromNanos) {
              return 0;
            }
          });

  @Test
  void afterTwentyUnknownCardsWithinAMinuteItClosesUntilTheFirstIsAMinuteOld() {
    for (int i = 0; i < KioskGuard.UNKNOWN_MOST; i++) {
      assertFalse(guard.closed(), "after " + i);
      guard.unknownCard();
      nanos.incrementAndGet();
    }
    assertTrue(guard.closed());
    nanos.set(KioskGuard.WITHIN_NANOS - 1);
    assertTrue(guard.closed());
    nanos.set(KioskGuard.WITHIN_NANOS);
    assertFalse(guard.closed());
    guard.unknownCard();
    assertTrue(guard.closed(), "nineteen of the minute and one more");
  }
}

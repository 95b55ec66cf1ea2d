package clinic.mmt.dispenser.main;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.Timers.Pace;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A demo's speed scales waits for physics and nothing else. */
class RealTimersTest {

  private static long millisOf(RealTimers timers, Duration wait, Pace pace) {
    long start = System.nanoTime();
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    timers.after(wait, pace, () -> done.complete(true));
    done.orTimeout(30, TimeUnit.SECONDS).join();
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Test
  void atSpeedTwentyAWaitForPhysicsIsTwentyTimesShorter() {
    try (RealTimers timers = new RealTimers(20)) {
      assertTrue(millisOf(timers, Duration.ofSeconds(20), Pace.PHYSICS) < 15_000);
      assertTrue(millisOf(timers, Duration.ofMillis(400), Pace.PHYSICS) >= 20);
    }
  }

  @Test
  void aWaitForPeopleAndMachinesIsNeverShortened() {
    try (RealTimers timers = new RealTimers(20)) {
      assertTrue(millisOf(timers, Duration.ofMillis(300), Pace.REAL) >= 300);
    }
  }
}

package clinic.mmt.dispenser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what another process does, which nobody can be told of. */
public final class Until {

  private static final int SECONDS_MOST = 30;

  private Until() {}

  /** Looks again and again; fails when it does not come true in half a minute. */
  public static void holds(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MOST);
    while (!condition.call()) {
      assertTrue(System.nanoTime() < end, "waited for " + what);
      TimeUnit.MILLISECONDS.sleep(20); // Between two looks at another process.
    }
  }
}

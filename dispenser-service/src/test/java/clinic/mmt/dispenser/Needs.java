package clinic.mmt.dispenser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** What a test needs from the machine: without it the test is skipped, in CI it fails. */
public final class Needs {

  private static final boolean IN_CI = System.getenv("CLINIC_CI") != null;

  private Needs() {}

  /** Goes on when {@code there}; else skips with the reason, and in CI fails with it. */
  public static void orSkip(boolean there, String reason) {
    if (there) {
      return;
    }
    if (IN_CI) {
      fail("required in CI: " + reason);
    }
    abort(reason);
  }
}

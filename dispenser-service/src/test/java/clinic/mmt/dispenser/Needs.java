package clinic.mmt.dispenser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/** What a test needs from the machine: without it the test is skipped, in CI it fails. */
public final class Needs {

  private static final boolean IN_CI = System.getenv("CLINIC_CI") != null;

  private static final boolean NO_ENGINE = System.getenv("CLINIC_NO_ENGINE") != null;

  private Needs() {}

  /** The same for a container engine; where CI found that the machine lets none run, it skips. */
  public static void engineOrSkip(boolean there, String reason) {
    if (!there && NO_ENGINE) {
      abort("may be skipped in CI: this machine lets no container engine run");
    }
    orSkip(there, reason);
  }

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

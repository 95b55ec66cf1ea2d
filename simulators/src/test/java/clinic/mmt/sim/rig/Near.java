package clinic.mmt.sim.rig;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whole numbers that may differ a little. */
public final class Near {

  private Near() {}

  /** Fails if the two are further apart than allowed. */
  public static void assertNear(long wanted, long found, long apart) {
    assertTrue(
        Math.abs(wanted - found) <= apart, "wanted " + wanted + " ± " + apart + ", is " + found);
  }
}

package clinic.mmt.sim.fingerprint.zfm20;

/**
 * What the bench file says of an R503.
 *
 * @param serial 1 to 8 characters
 * @param hexSteps how AutoEnroll numbers its steps from the tenth on: 10, 11, 12 in hex, else 0A,
 *     0B, 0C; the manual leaves it open
 * @param patienceSeconds how long the automatic commands wait for a finger; the manual says 10, its
 *     flow chart 15
 */
public record ModuleSettings(String serial, boolean hexSteps, int patienceSeconds) {

  /** As every module that was not told otherwise. */
  public static final ModuleSettings USUAL = new ModuleSettings("00000001", false, 10);

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  long patienceNanos() {
    return patienceSeconds * NANOS_PER_SECOND;
  }
}

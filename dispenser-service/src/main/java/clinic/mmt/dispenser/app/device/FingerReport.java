package clinic.mmt.dispenser.app.device;

/** What came of comparing a live finger with the enrolled ones. */
public sealed interface FingerReport {

  /** It is that person's finger. */
  record Match(int score, int attempts) implements FingerReport {}

  /** A good image of another finger: an identity doubt. */
  record Mismatch(int score, int attempts) implements FingerReport {}

  /** No usable image. */
  record NoRead(String reason, int attempts) implements FingerReport {}

  /** The reader is out of order. */
  record Broken(String text) implements FingerReport {}
}

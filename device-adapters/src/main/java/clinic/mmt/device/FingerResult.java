package clinic.mmt.device;

/** What came of comparing a live finger with one person's templates, 1:1. */
public sealed interface FingerResult {

  /**
   * The finger is the one of the template.
   *
   * @param templateIndex which of the given templates matched, from 0
   * @param score the module's own score, without a published scale
   * @param attempts captures that were needed
   */
  record Match(int templateIndex, int score, int attempts) implements FingerResult {}

  /** A good image that matches none of the templates: an identity doubt. */
  record Mismatch(int score, int attempts) implements FingerResult {}

  /** No usable image. */
  record NoRead(Reason reason, int attempts) implements FingerResult {}

  /** Why there was no usable image. */
  enum Reason {
    /** Nobody put a finger on the glass in time. */
    NO_FINGER,
    /** The image is too dry, too wet, smudged or disordered. */
    POOR_IMAGE,
    /** Too few features or too small an area. */
    TOO_FEW_FEATURES,
    /** The reading was cancelled. */
    CANCELLED
  }
}

package clinic.mmt.dispenser.app.device;

/** What came of looking for a live finger among those of many persons. */
public sealed interface SearchReport {

  /**
   * It is like one of them; a person decides what that means.
   *
   * @param index which of the given ones, from 0
   */
  record Like(int index, int score) implements SearchReport {}

  /** It is like none of them. */
  record LikeNone() implements SearchReport {}

  /** No usable image. */
  record NoRead(String reason) implements SearchReport {}

  /** The reader is out of order. */
  record Broken(String text) implements SearchReport {}
}

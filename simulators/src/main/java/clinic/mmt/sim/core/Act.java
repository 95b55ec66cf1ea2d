package clinic.mmt.sim.core;

/** The outcome of something a person tries to do at a station. */
public sealed interface Act {

  /** It was possible and is done. */
  record Done() implements Act {}

  /**
   * It was not possible.
   *
   * @param reason what stands in the way and what to do first
   */
  record Refused(String reason) implements Act {}

  /** It is done. */
  static Act done() {
    return new Done();
  }

  /** It is not possible. */
  static Act refused(String reason) {
    return new Refused(reason);
  }
}

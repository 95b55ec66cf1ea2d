package clinic.mmt.sim.session;

import clinic.mmt.sim.core.Bytes;

/** How the replay of one device stands. */
public sealed interface ReplayState {

  /** It plays what the device said, at its times. */
  record Playing() implements ReplayState {}

  /**
   * It waits for the host.
   *
   * @param where the place in the file, {@code file:line}
   * @param expected what the host said there
   */
  record Waiting(String where, Bytes expected) implements ReplayState {}

  /**
   * The host said something else; the device is silent since.
   *
   * @param difference the first one
   */
  record Differs(Difference difference) implements ReplayState {}

  /**
   * Everything was played.
   *
   * @param bytesAfter how much the host said after that; it is not answered
   */
  record Over(long bytesAfter) implements ReplayState {}
}

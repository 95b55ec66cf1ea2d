package clinic.mmt.sim.core;

/**
 * One frame seen on the line.
 *
 * @param atNanos System.nanoTime() when it was complete (in) or began to leave (out)
 * @param direction seen from the device
 * @param hex its bytes, upper case, separated by spaces
 * @param meaning in the manual's words
 */
public record Frame(long atNanos, Direction direction, String hex, String meaning) {

  /** Seen from the device. */
  public enum Direction {
    /** From the host. */
    IN,
    /** To the host. */
    OUT
  }
}

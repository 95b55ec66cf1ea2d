package clinic.mmt.dispenser.app.device;

import java.util.List;

/**
 * One device as a technician sees it. Nothing of it says anything about a person: what a frame
 * tells of one is left out where the frame was read.
 *
 * @param station at which it is
 * @param name as configured
 * @param kind pump, scale, fingerprint, token or scanner
 * @param demanded how surely it has to be known
 * @param counted since the start of the service
 * @param frames the last ones, oldest first
 */
public record DeviceLook(
    String station,
    String name,
    String kind,
    IdentityLevel demanded,
    Counted counted,
    List<Frame> frames) {

  /** Copies the list. */
  public DeviceLook {
    frames = List.copyOf(frames);
  }

  /**
   * What its line went through.
   *
   * @param timeouts questions without an answer in time
   * @param badFrames bytes that are no message
   * @param retries questions asked again
   * @param reopened how often the port was opened again
   */
  public record Counted(long timeouts, long badFrames, long retries, long reopened) {

    /** Of a device that is not there. */
    public static final Counted NOTHING = new Counted(0, 0, 0, 0);
  }

  /**
   * One frame.
   *
   * @param millisAgo how long ago
   * @param toDevice whether we wrote it
   * @param hex its bytes; only how many, where they tell something about a person
   * @param meaning in the words of its driver
   */
  public record Frame(long millisAgo, boolean toDevice, String hex, String meaning) {}
}

package clinic.mmt.device;

import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;

/**
 * What the domain may rely on in a pump.
 *
 * @param checksum frames carry a check
 * @param safeRepeat a repeated command is executed once
 * @param watchdog the pump stops by itself when the host is silent
 * @param stallDetection the pump notices that its motor does not turn
 * @param volumeReadback whether the pump counts what it dispensed, and how long it remembers
 * @param asynchronousEvents the pump speaks without being asked
 * @param smallestVolume the smallest volume it accepts
 * @param largestStroke the largest volume of one start command
 * @param fastest the highest rate
 */
public record PumpCapabilities(
    boolean checksum,
    boolean safeRepeat,
    boolean watchdog,
    boolean stallDetection,
    VolumeReadback volumeReadback,
    boolean asynchronousEvents,
    Volume smallestVolume,
    Volume largestStroke,
    FlowRate fastest) {

  /** Whether a pump counts what it dispensed. */
  public enum VolumeReadback {
    /** It does not count. */
    NONE,
    /** Its counter is lost with its power. */
    VOLATILE,
    /** Its counter outlives its power. */
    RETAINED
  }

  /**
   * Whether the pump may be the only witness of a dose. One that would not notice its own stall, or
   * can't tell what it dispensed, pours only with the scale in the loop.
   */
  public boolean mayPourWithoutScale() {
    return stallDetection && volumeReadback != VolumeReadback.NONE;
  }
}

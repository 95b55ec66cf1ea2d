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
 * @param volumeReadback the pump counts what it dispensed
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
    boolean volumeReadback,
    boolean asynchronousEvents,
    Volume smallestVolume,
    Volume largestStroke,
    FlowRate fastest) {}

package clinic.mmt.device;

import clinic.mmt.quantity.Volume;
import java.util.Optional;

/**
 * What the pump says of itself.
 *
 * @param motion what the motor does
 * @param delivered dispensed volume by the pump's own counter since it was last cleared; lost with
 *     {@link PumpAlarm#POWER_WAS_INTERRUPTED}
 * @param alarm the alarm that was latched when asked
 */
public record PumpReport(PumpMotion motion, Volume delivered, Optional<PumpAlarm> alarm) {}

package clinic.mmt.device;

import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.List;

/**
 * The pump is ready for a dose.
 *
 * @param identity who answered
 * @param rate the rate as read back
 * @param counter the dispensed counter as read, the zero of the next pour
 * @param cleared alarms that were found latched and acknowledged on the way
 */
public record PumpBaseline(
    DeviceIdentity identity, FlowRate rate, Volume counter, List<PumpAlarm> cleared) {}

package clinic.mmt.device;

import clinic.mmt.quantity.FlowRate;
import clinic.mmt.quantity.Volume;
import java.util.List;

/**
 * The pump is ready for a dose.
 *
 * @param identity who answered
 * @param rate the rate as read back
 * @param found the dispensed counter as it stood before it was cleared for this
 * @param counter the dispensed counter as read, the zero of the next pour
 * @param cleared alarms that were found latched and acknowledged on the way
 */
public record PumpBaseline(
    DeviceIdentity identity, FlowRate rate, Volume found, Volume counter, List<PumpAlarm> cleared) {

  /** Of a pump whose counter is not cleared. */
  public PumpBaseline(
      DeviceIdentity identity, FlowRate rate, Volume counter, List<PumpAlarm> cleared) {
    this(identity, rate, counter, counter, cleared);
  }
}

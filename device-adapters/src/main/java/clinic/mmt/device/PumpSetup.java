package clinic.mmt.device;

import clinic.mmt.quantity.FlowRate;

/**
 * How a pump is to be set before a dose.
 *
 * @param rate the rate to set and read back
 * @param diameterMicrometres inside diameter of the syringe or tube, 0 to leave the pump's own
 * @param watchdogSeconds seconds without a valid packet after which the pump stops by itself, 1 to
 *     255; ignored where the pump has no watchdog
 */
public record PumpSetup(FlowRate rate, int diameterMicrometres, int watchdogSeconds) {}

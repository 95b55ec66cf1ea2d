package clinic.mmt.dispenser.app.device;

/**
 * One device as people see it.
 *
 * @param name as configured
 * @param kind pump, scale, fingerprint, token or scanner
 * @param up whether its line is there and the device is the expected one
 * @param text identity, or what is wrong and what to do
 */
public record DeviceStatus(String name, String kind, boolean up, String text) {}

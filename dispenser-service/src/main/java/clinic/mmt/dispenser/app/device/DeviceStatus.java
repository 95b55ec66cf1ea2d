package clinic.mmt.dispenser.app.device;

import java.util.Optional;

/**
 * One device as people see it.
 *
 * @param name as configured
 * @param kind pump, scale, fingerprint, token or scanner
 * @param up whether its line is there and the device is the expected one
 * @param text identity, or what is wrong and what to do
 * @param known how surely it is the one it was; empty until it has answered
 */
public record DeviceStatus(
    String name, String kind, boolean up, String text, Optional<IdentityLevel> known) {

  /** One that did not say who it is. */
  public DeviceStatus(String name, String kind, boolean up, String text) {
    this(name, kind, up, text, Optional.empty());
  }
}

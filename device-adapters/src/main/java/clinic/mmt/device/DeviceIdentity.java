package clinic.mmt.device;

import java.util.Optional;

/**
 * Who a device says it is.
 *
 * @param model the model as the device names it
 * @param firmware the firmware version as the device names it
 * @param serial the serial number or our own mark, when the protocol has one
 */
public record DeviceIdentity(String model, String firmware, Optional<String> serial) {

  /** One line for people: model, firmware and serial number. */
  public String text() {
    return model + " " + firmware + serial.map(s -> " #" + s).orElse("");
  }
}

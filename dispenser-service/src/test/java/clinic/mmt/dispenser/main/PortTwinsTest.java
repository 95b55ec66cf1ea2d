package clinic.mmt.dispenser.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.catalog.DeviceSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each start says of adapters without a serial number (H29, H84). */
class PortTwinsTest {

  private static DeviceSpec at(String name, String link) {
    return new DeviceSpec(name, "new-era", link, Map.of());
  }

  @Test
  void aStartNamesEachDeviceWhosePathIsNoAdaptersOwn() {
    String byId = "serial:/dev/serial/by-id/usb-";
    List<String> told =
        PortTwins.of(
            List.of(
                at("s1-pump", byId + "1a86_USB_Serial-if00-port0"),
                at("s1-scale", byId + "FTDI_FT232R_USB_UART_A9007UX1-if00-port0?9600,8N1"),
                at("s1-token", "tcp://desk:4001"),
                at("s1-scanner", "serial:/dev/serial/by-path/pci-0000:00:14.0-usb-0:1:1.0-port0")));

    assertEquals(1, told.size(), told.toString());
    assertTrue(told.getFirst().startsWith("s1-pump: its by-id path has no serial number"));
    assertTrue(told.getFirst().contains("/dev/serial/by-path"), "and what to do");
  }
}

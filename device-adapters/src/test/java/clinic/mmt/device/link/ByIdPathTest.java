package clinic.mmt.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that name one adapter, and paths that name all of its kind (H29, H84). */
class ByIdPathTest {

  private static final String BY_ID = "/dev/serial/by-id/";

  @TempDir private Path folder;

  private Optional<ByIdPath.Doubt> unplugged(String path) {
    return ByIdPath.doubt(path, folder.resolve("away"), folder);
  }

  /** As it is built: the link, the port in /sys, and the USB device two folders above. */
  private Optional<ByIdPath.Doubt> plugged(String path, String serial) throws IOException {
    Path device = Files.createDirectories(folder.resolve("usb1/1-2"));
    Path port = Files.createDirectories(device.resolve("1-2:1.0/ttyUSB0"));
    Files.writeString(device.resolve("idVendor"), "1a86\n");
    if (!serial.isEmpty()) {
      Files.writeString(device.resolve("serial"), serial + "\n");
    }
    Path system = Files.createDirectories(folder.resolve("tty"));
    Files.createSymbolicLink(
        Files.createDirectories(system.resolve("ttyUSB0")).resolve("device"), port);
    Path node = Files.createFile(folder.resolve("ttyUSB0"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), node);
    return ByIdPath.doubt(path, link, system);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usb-FTDI_FT232R_USB_UART_A9007UX1-if00-port0",
        "usb-Prolific_Technology_Inc._USB-Serial_Controller_DQCJb116J19-if00-port0",
        "usb-Newland_Scanner_NLS123456-if00",
        "clinic-pump"
      })
  void aSerialNumberOrAClinicsOwnNameIsBelieved(String name) {
    assertEquals(Optional.empty(), unplugged(BY_ID + name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usb-1a86_USB_Serial-if00-port0",
        "usb-1a86_USB2.0-Serial-if00-port0",
        "usb-Prolific_Technology_Inc._USB-Serial_Controller-if00-port0",
        "usb-067b_2303-if00-port0"
      })
  void withoutASerialNumberAllOfTheKindHaveThePath(String name) {
    assertEquals(Optional.of(new ByIdPath.Doubt.NoNumber()), unplugged(BY_ID + name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001", "0", "12345678", "0123456789ABCDEF"})
  void aNumberThatTheMakerGivesToAllIsNone(String number) {
    String name = BY_ID + "usb-Silicon_Labs_CP2102_USB_to_UART_Bridge_Controller_" + number;
    assertEquals(
        Optional.of(new ByIdPath.Doubt.WorksNumber(number)), unplugged(name + "-if00-port0"));
  }

  /** What the adapter says goes before what its name looks like. */
  @ParameterizedTest
  @CsvSource({
    "usb-FTDI_Dual_RS232-if00-port0, '', no serial number",
    "usb-FTDI_FT232R_USB_UART_A9007UX1-if00-port0, A9007UX1, ''",
    "usb-Maker_Thing_abcdef-if00, abcdef, ''",
    "usb-Silicon_Labs_CP2102_0001-if00-port0, 0001, 0001"
  })
  void whereTheAdapterIsPluggedInItTells(String name, String serial, String doubt)
      throws IOException {
    String told =
        plugged(BY_ID + name, serial)
            .map(
                d ->
                    switch (d) {
                      case ByIdPath.Doubt.NoNumber() -> "no serial number";
                      case ByIdPath.Doubt.WorksNumber(String number) -> number;
                    })
            .orElse("");
    assertEquals(doubt, told);
  }

  @Test
  void otherAddressesAreNoneOfItsBusiness() {
    assertEquals(Optional.empty(), unplugged("/dev/ttyUSB0"));
    assertEquals(Optional.empty(), ByIdPath.doubt(new LinkAddress.Tcp("desk", 4001)));
    assertTrue(new LinkAddress.Serial("/dev/serial/by-path/x", Optional.empty()).lasting());
  }
}

package clinic.mmt.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkAddressTest {

  @Test
  void readsASerialPortWithItsSettings() {
    LinkAddress.Serial expected =
        new LinkAddress.Serial(
            "/dev/ttyUSB0", Optional.of(new LineSettings(2400, 7, LineSettings.Parity.EVEN, 1)));

    assertEquals(new LinkAddress.Good(expected), LinkAddress.parse("serial:/dev/ttyUSB0?2400,7E1"));
  }

  @Test
  void aSerialPortWithoutSettingsLeavesThemToTheModel() {
    assertEquals(
        new LinkAddress.Good(new LinkAddress.Serial("/dev/pts/3", Optional.empty())),
        LinkAddress.parse("serial:/dev/pts/3"));
  }

  @Test
  void readsATerminalServer() {
    assertEquals(
        new LinkAddress.Good(new LinkAddress.Tcp("desk-2.local", 4001)),
        LinkAddress.parse("tcp://desk-2.local:4001"));
    assertEquals(
        new LinkAddress.Good(new LinkAddress.Tcp("fd00::2", 4001)),
        LinkAddress.parse("tcp://[fd00::2]:4001"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/dev/ttyUSB0; link must be",
        "serial:ttyUSB0; path must be absolute",
        "serial:/dev/tty USB0; path must be absolute",
        "serial:/dev/ttyUSB0?9600; line settings must be like 9600,8N1",
        "serial:/dev/ttyUSB0?9600,8X1; line settings must be like 9600,8N1",
        "serial:/dev/ttyUSB0?100,8N1; 300 to 921600",
        "tcp://host; tcp link must be",
        "tcp://host:0; port must be 1 to 65535",
        "tcp://host:70000; port must be 1 to 65535"
      })
  void saysWhatIsWrong(String text, String reason) {
    LinkAddress.Wrong wrong = assertInstanceOf(LinkAddress.Wrong.class, LinkAddress.parse(text));
    assertTrue(wrong.reason().contains(reason), wrong.reason());
  }
}

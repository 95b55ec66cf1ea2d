package clinic.mmt.device.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a device is: {@code serial:/dev/ttyUSB0?9600,8N1} or {@code tcp://host:port}. */
public sealed interface LinkAddress {

  /** Whether its name stays with the device when things are plugged in another order (H84). */
  boolean lasting();

  /** A serial port, with line settings or with the model's own. */
  record Serial(String path, Optional<LineSettings> settings) implements LinkAddress {
    @Override
    public boolean lasting() {
      return path.startsWith("/dev/serial/by-id/") || path.startsWith("/dev/serial/by-path/");
    }
  }

  /** A terminal server (ser2net and the like) that does the serial line. */
  record Tcp(String host, int port) implements LinkAddress {
    @Override
    public boolean lasting() {
      return true;
    }
  }

  /** What came of reading an address. */
  sealed interface Parsed {}

  /** A good address. */
  record Good(LinkAddress address) implements Parsed {}

  /** No address. */
  record Wrong(String reason) implements Parsed {}

  /** Reads an address as it stands in a configuration. */
  static Parsed parse(String text) {
    if (text.startsWith("serial:")) {
      return parseSerial(text.substring("serial:".length()));
    }
    if (text.startsWith("tcp://")) {
      return parseTcp(text.substring("tcp://".length()));
    }
    return new Wrong(
        "link must be serial:/dev/…?9600,8N1 or tcp://host:port, but is \"" + text + "\"");
  }

  private static Parsed parseSerial(String rest) {
    int question = rest.indexOf('?');
    String path = question < 0 ? rest : rest.substring(0, question);
    if (!path.startsWith("/") || path.chars().anyMatch(Character::isWhitespace)) {
      return new Wrong("serial path must be absolute and without blanks: \"" + path + "\"");
    }
    if (question < 0) {
      return new Good(new Serial(path, Optional.empty()));
    }
    Matcher settings =
        Pattern.compile("(\\d{3,6}),([78])([NEO])([12])").matcher(rest.substring(question + 1));
    if (!settings.matches()) {
      return new Wrong(
          "line settings must be like 9600,8N1, but are \"" + rest.substring(question + 1) + "\"");
    }
    int baud = Integer.parseInt(settings.group(1));
    if (baud < 300 || baud > 921_600) {
      return new Wrong("line speed must be 300 to 921600 baud, but is " + baud);
    }
    LineSettings line =
        new LineSettings(
            baud,
            Integer.parseInt(settings.group(2)),
            parity(settings.group(3)),
            Integer.parseInt(settings.group(4)));
    return new Good(new Serial(path, Optional.of(line)));
  }

  private static LineSettings.Parity parity(String letter) {
    if (letter.equals("E")) {
      return LineSettings.Parity.EVEN;
    }
    return letter.equals("O") ? LineSettings.Parity.ODD : LineSettings.Parity.NONE;
  }

  private static Parsed parseTcp(String rest) {
    Matcher parts = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+]):(\\d{1,5})").matcher(rest);
    if (!parts.matches()) {
      return new Wrong("tcp link must be tcp://host:port, but is \"tcp://" + rest + "\"");
    }
    int port = Integer.parseInt(parts.group(2));
    if (port < 1 || port > 65_535) {
      return new Wrong("port must be 1 to 65535, but is " + port);
    }
    return new Good(new Tcp(parts.group(1).replaceAll("[\\[\\]]", ""), port));
  }
}

package clinic.mmt.device.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a {@code /dev/serial/by-id} path names one adapter. udev makes it of maker, product and
 * serial number, and leaves the number out where an adapter has none: then all of their kind have
 * the same path, and whichever was plugged in last is behind it (H29, H84).
 */
public final class ByIdPath {

  private static final Path SYSTEM = Path.of("/sys/class/tty");
  private static final String FOLDER = "/dev/serial/by-id/";

  /** What udev's own rule makes; a name that a clinic gave is another. */
  private static final Pattern OF_UDEV =
      Pattern.compile("usb-(?<adapter>.+?)-if\\d\\d(?:-port\\d+)?");

  /** Maker, product, number: the last part, with a digit in it. */
  private static final Pattern NUMBERED = Pattern.compile(".+_.+_(?=.*\\d)(?<number>[0-9A-Za-z]+)");

  /** As some makers burn it into every one. */
  private static final Pattern WORKS_NUMBER =
      Pattern.compile("0*1?|0?12345678?9?|123456789[0A]?.*|0123456789.*");

  /** The folder of the USB device is so far above that of its port at most. */
  private static final int LEVELS_MAX = 6;

  private ByIdPath() {}

  /** Why a path may be another adapter's too. */
  public sealed interface Doubt {

    /** There is no serial number in it. */
    record NoNumber() implements Doubt {}

    /** Its number is one that a maker burns into every one. */
    record WorksNumber(String number) implements Doubt {}
  }

  /** What is doubtful about an address; empty when nothing is. */
  public static Optional<Doubt> doubt(LinkAddress address) {
    return switch (address) {
      case LinkAddress.Serial serial -> doubt(serial.path(), Path.of(serial.path()), SYSTEM);
      case LinkAddress.Tcp tcp -> Optional.empty();
    };
  }

  /** The same, looked at in another place: {@code link} is the path's file. */
  static Optional<Doubt> doubt(String path, Path link, Path system) {
    if (!path.startsWith(FOLDER)) {
      return Optional.empty();
    }
    Matcher name = OF_UDEV.matcher(path.substring(FOLDER.length()));
    if (!name.matches()) {
      return Optional.empty();
    }
    Optional<String> number =
        usbDevice(link, system).map(ByIdPath::told).orElseGet(() -> inName(name));
    if (number.isEmpty()) {
      return Optional.of(new Doubt.NoNumber());
    }
    return WORKS_NUMBER.matcher(number.get()).matches()
        ? Optional.of(new Doubt.WorksNumber(number.get()))
        : Optional.empty();
  }

  private static Optional<String> inName(Matcher name) {
    Matcher parts = NUMBERED.matcher(name.group("adapter"));
    return parts.matches() ? Optional.of(parts.group("number")) : Optional.empty();
  }

  /** What the adapter itself says; the name alone may take a product's number for its own. */
  private static Optional<String> told(Path usbDevice) {
    try {
      return Optional.of(Files.readString(usbDevice.resolve("serial")).strip())
          .filter(number -> !number.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The folder of the USB device behind a port that is there. */
  private static Optional<Path> usbDevice(Path link, Path system) {
    try {
      Path port = link.toRealPath().getFileName();
      Path folder = system.resolve(port).resolve("device").toRealPath();
      for (int i = 0; i < LEVELS_MAX && folder != null; i++) {
        if (Files.exists(folder.resolve("idVendor"))) {
          return Optional.of(folder);
        }
        folder = folder.getParent();
      }
    } catch (IOException e) {
      return Optional.empty(); // Not plugged in: its name tells.
    }
    return Optional.empty();
  }
}

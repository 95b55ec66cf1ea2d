package clinic.mmt.dispenser.main;

import clinic.mmt.device.link.LinkAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be wrong between a cable and the first byte, in plain words with what to do. */
final class PortLook {

  private static final int CONNECT_MILLIS_MAX = 2000;
  private static final int TYPE_BITS = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;

  private final DoctorWords words;

  PortLook(DoctorWords words) {
    this.words = words;
  }

  /** Before a port is opened: empty when nothing speaks against it. */
  Optional<String> before(LinkAddress address) {
    return switch (address) {
      case LinkAddress.Serial serial -> serial(Path.of(serial.path()));
      case LinkAddress.Tcp tcp -> Optional.empty();
    };
  }

  /** Why a port that could not be opened was not; never asked while its driver is open. */
  String after(LinkAddress address) {
    return switch (address) {
      case LinkAddress.Serial serial ->
          serial(Path.of(serial.path())).orElseGet(() -> words.say("port.will-not"));
      case LinkAddress.Tcp tcp -> tcp(tcp);
    };
  }

  private Optional<String> serial(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(words.say("port.none", path));
    }
    if (!Files.exists(path)) {
      return Optional.of(words.say("port.gone", path));
    }
    if (!terminal(path)) {
      return Optional.of(words.say("port.no-serial", path));
    }
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      return Optional.of(words.say("port.closed-to-us", path));
    }
    return pseudo(path) ? Optional.empty() : used(path).map(by -> words.say("port.used", path, by));
  }

  /** Who else uses a port that does not do; the other end of a pseudo-terminal always does. */
  String others(LinkAddress address) {
    return switch (address) {
      case LinkAddress.Serial serial ->
          used(Path.of(serial.path())).map(by -> words.say("port.used-too", by)).orElse("");
      case LinkAddress.Tcp tcp -> "";
    };
  }

  private Optional<String> used(Path path) {
    List<String> holders = holders(path);
    return holders.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", holders));
  }

  private static boolean pseudo(Path path) {
    try {
      return path.toRealPath().startsWith("/dev/pts");
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean terminal(Path path) {
    try {
      int mode = (Integer) Files.getAttribute(path, "unix:mode");
      String real = path.toRealPath().toString();
      return (mode & TYPE_BITS) == CHARACTER_DEVICE && real.matches("/dev/(tty|pts/|rfcomm).*");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Other programs that hold it; without rights only those of the same user can be seen. */
  private List<String> holders(Path path) {
    List<String> found = new ArrayList<>();
    long self = ProcessHandle.current().pid();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      Path real = path.toRealPath();
      for (Path process : processes) {
        if (!process.endsWith(Long.toString(self)) && holds(process, real)) {
          found.add(name(process) + " (" + process.getFileName() + ")");
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return found;
  }

  private static boolean holds(Path process, Path port) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : open) {
        if (Files.readSymbolicLink(file).equals(port)) {
          return true;
        }
      }
    } catch (IOException e) {
      return false; // It ended meanwhile, or is another user's.
    }
    return false;
  }

  private String name(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException e) {
      return words.say("program");
    }
  }

  private String tcp(LinkAddress.Tcp tcp) {
    String at = tcp.host() + ":" + tcp.port();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(tcp.host(), tcp.port()), CONNECT_MILLIS_MAX);
      return words.say("tcp.drops", at);
    } catch (SocketTimeoutException e) {
      return words.say("tcp.silent", at);
    } catch (ConnectException e) {
      return words.say("tcp.refuses", at);
    } catch (IOException e) { // No name, no route: all the same to whoever looks at the cable.
      return words.say("tcp.no-way", at);
    }
  }
}

package clinic.mmt.dispenser.main;

import clinic.mmt.device.link.LinkAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
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

  private PortLook() {}

  /** Before a port is opened: empty when nothing speaks against it. */
  static Optional<String> before(LinkAddress address) {
    return switch (address) {
      case LinkAddress.Serial serial -> serial(Path.of(serial.path()));
      case LinkAddress.Tcp tcp -> Optional.empty();
    };
  }

  /** Why a port that could not be opened was not; never asked while its driver is open. */
  static String after(LinkAddress address) {
    return switch (address) {
      case LinkAddress.Serial serial ->
          serial(Path.of(serial.path()))
              .orElse(
                  "its port can't be opened though it is there; check its cable, and whether"
                      + " another program uses it");
      case LinkAddress.Tcp tcp -> tcp(tcp);
    };
  }

  private static Optional<String> serial(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(
          "there is no "
              + path
              + "; check that the cable is plugged in at both ends and the adapter has power, and"
              + " compare with ls -l /dev/serial/by-id");
    }
    if (!Files.exists(path)) {
      return Optional.of(
          path + " points to a port that is gone; check the cable, plug it in again");
    }
    if (!terminal(path)) {
      return Optional.of(
          path + " is no serial port; correct the path (ls -l /dev/serial/by-id shows them)");
    }
    if (!Files.isReadable(path) || !Files.isWritable(path)) {
      return Optional.of(
          "this user may not open "
              + path
              + "; put the user into the group dialout (sudo usermod -aG dialout USER) and sign in"
              + " again");
    }
    return pseudo(path) ? Optional.empty() : used(path).map(by -> path + " is " + by);
  }

  /** Who else uses a port that does not do; the other end of a pseudo-terminal always does. */
  static String others(LinkAddress address) {
    return switch (address) {
      case LinkAddress.Serial serial ->
          used(Path.of(serial.path())).map(by -> "; it is also " + by).orElse("");
      case LinkAddress.Tcp tcp -> "";
    };
  }

  private static Optional<String> used(Path path) {
    List<String> holders = holders(path);
    return holders.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "used by "
                + String.join(", ", holders)
                + ": stop that first (the service, or ModemManager: sudo systemctl stop"
                + " ModemManager)");
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
  private static List<String> holders(Path path) {
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

  private static String name(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException e) {
      return "a program";
    }
  }

  private static String tcp(LinkAddress.Tcp tcp) {
    String at = tcp.host() + ":" + tcp.port();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(tcp.host(), tcp.port()), CONNECT_MILLIS_MAX);
      return at + " takes the connection and drops it; check who else is connected to it";
    } catch (UnknownHostException | NoRouteToHostException e) {
      return "there is no way to " + at + "; check the network cable and the address";
    } catch (SocketTimeoutException e) {
      return at + " does not answer; check the terminal server's power, its cable, the address";
    } catch (ConnectException e) {
      return at + " refuses; check the port number and that the terminal server (ser2net) runs";
    } catch (IOException e) {
      return "there is no way to " + at + "; check the network cable and the address";
    }
  }
}

package clinic.mmt.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TcpLinkTest {

  @Test
  void carriesBytesBothWaysAndNoticesTheEnd() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Connection near = link(server.getLocalPort()).open();
        Socket far = server.accept()) {
      byte[] buffer = new byte[16];

      assertEquals(0, near.read(buffer), "control: silence is no loss");
      assertEquals(3, near.write(new byte[] {0, 1, 2, 3}, 1, 3));
      assertArrayEquals(new byte[] {1, 2, 3}, far.getInputStream().readNBytes(3));
      far.getOutputStream().write(7);
      assertEquals(1, near.read(buffer));
      assertEquals(7, buffer[0]);

      far.shutdownOutput();
      assertThrows(IOException.class, () -> near.read(buffer));
    }
  }

  @Test
  void aPortWhereNobodyListensCantBeOpened() throws IOException {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    assertThrows(IOException.class, () -> link(port).open());
  }

  /** Until then the system's own limit of two hours holds for a peer that says nothing more. */
  @Test
  void aSilentPeerIsAskedByTheKeepAliveOfTheSystem() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Connection near = link(server.getLocalPort()).open();
        Socket far = server.accept()) {
      List<String> timers = timers(far.getLocalPort());
      assertEquals(1, timers.size(), "control: the connection is in the kernel's table");
      String timer = timers.getFirst();
      assertEquals("02:", timer.substring(0, 3), "a keep-alive runs");
      long hundredths = Long.parseLong(timer.substring(3), 16);
      assertTrue(hundredths <= 100 * TcpLink.GONE_SECONDS_MAX, timer);
      assertEquals(0, near.read(new byte[1]));
    }
  }

  /**
   * The column timer:when of every socket whose peer is {@code port}, in hundredths of a second.
   */
  private static List<String> timers(int port) throws IOException {
    String remote = String.format(Locale.ROOT, ":%04X", port);
    List<String> found = new ArrayList<>();
    for (Path table : List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))) {
      for (String line : Files.readAllLines(table)) {
        List<String> columns = List.of(line.strip().split(" +", -1));
        if (columns.get(2).endsWith(remote)) {
          found.add(columns.get(5));
        }
      }
    }
    return found;
  }

  private static TcpLink link(int port) {
    return new TcpLink(
        new LinkAddress.Tcp(InetAddress.getLoopbackAddress().getHostAddress(), port));
  }
}

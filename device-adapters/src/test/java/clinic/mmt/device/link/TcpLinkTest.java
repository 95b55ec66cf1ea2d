package clinic.mmt.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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

  private static TcpLink link(int port) {
    return new TcpLink(
        new LinkAddress.Tcp(InetAddress.getLoopbackAddress().getHostAddress(), port));
  }
}

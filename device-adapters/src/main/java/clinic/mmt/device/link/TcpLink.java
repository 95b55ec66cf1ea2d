package clinic.mmt.device.link;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import jdk.net.ExtendedSocketOptions;

/**
 * A serial line behind a terminal server. A peer that is gone without a word (power cut, cable
 * pulled behind a switch) is found by the kernel's keep-alive while nothing is under way, in {@link
 * #GONE_SECONDS_MAX}; and by {@link Unacknowledged} while written bytes are.
 */
public final class TcpLink implements Link {

  /** The longest silence of a peer that is gone, until the link is lost. */
  public static final int GONE_SECONDS_MAX = 6;

  private static final int CONNECT_MILLIS_MAX = 1000;
  private static final int KEEP_ALIVE_IDLE_SECONDS = 3;
  private static final int KEEP_ALIVE_PROBES = 3;
  private static final int KEEP_ALIVE_INTERVAL_SECONDS =
      (GONE_SECONDS_MAX - KEEP_ALIVE_IDLE_SECONDS) / KEEP_ALIVE_PROBES;

  private final LinkAddress.Tcp address;

  /** A link to {@code address}; nothing is opened yet. */
  public TcpLink(LinkAddress.Tcp address) {
    this.address = address;
  }

  @Override
  public Connection open() throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS_MAX);
      socket.setTcpNoDelay(true);
      keepAlive(socket);
      socket.setSoTimeout(Connection.READ_MILLIS_MAX);
      return new TcpConnection(socket, new Unacknowledged(socket));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static void keepAlive(Socket socket) throws IOException {
    socket.setKeepAlive(true);
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
      socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_IDLE_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ALIVE_INTERVAL_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_ALIVE_PROBES);
    }
  }

  @Override
  public String describe() {
    return "tcp://" + address.host() + ":" + address.port();
  }

  private record TcpConnection(Socket socket, Unacknowledged written) implements Connection {

    /** Closes a dead socket itself: a write that waits for room in it ends by that alone. */
    @Override
    public int read(byte[] into) throws IOException {
      if (written.isStuck()) {
        close();
        throw new IOException("the terminal server takes nothing any more");
      }
      try {
        int count = socket.getInputStream().read(into);
        if (count < 0) {
          throw new EOFException("closed by the terminal server");
        }
        return count;
      } catch (SocketTimeoutException e) {
        return 0;
      }
    }

    @Override
    public int write(byte[] bytes, int from, int count) throws IOException {
      written.wrote();
      socket.getOutputStream().write(bytes, from, count);
      return count;
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        // The socket is given up either way; there is nobody to tell and nothing to repeat.
        return;
      }
    }
  }
}

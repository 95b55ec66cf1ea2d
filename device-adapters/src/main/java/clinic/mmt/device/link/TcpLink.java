package clinic.mmt.device.link;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A serial line behind a terminal server. */
public final class TcpLink implements Link {

  private static final int CONNECT_MILLIS_MAX = 1000;

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
      socket.setKeepAlive(true);
      socket.setSoTimeout(Connection.READ_MILLIS_MAX);
      return new TcpConnection(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public String describe() {
    return "tcp://" + address.host() + ":" + address.port();
  }

  private record TcpConnection(Socket socket) implements Connection {

    @Override
    public int read(byte[] into) throws IOException {
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

package clinic.mmt.dispenser.main.bench;

import clinic.mmt.device.link.LinkAddress;
import clinic.mmt.device.link.TcpLink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A terminal server on loopback that answers lines, is silent, or takes nothing at all. */
final class LinePeer implements AutoCloseable {

  private static final int BUFFER_BYTES = 4096;

  private final Kind kind;
  private final ServerSocket server;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

  /** What the device behind it does. */
  enum Kind {
    ANSWERS,
    SILENT,
    TAKES_NOTHING
  }

  LinePeer(Kind kind) throws IOException {
    this.kind = kind;
    this.server = new ServerSocket();
    server.setReceiveBufferSize(BUFFER_BYTES);
    server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    daemon("accept", this::accept);
  }

  private static void daemon(String name, Runnable task) {
    Thread.ofPlatform().daemon().name("bench-" + name).start(task);
  }

  private void accept() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        sockets.add(socket);
        if (kind != Kind.TAKES_NOTHING) {
          daemon("peer", () -> serve(socket));
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void serve(Socket socket) {
    try {
      socket.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = socket.getOutputStream();
      String line = in.readLine();
      while (line != null) {
        if (kind == Kind.ANSWERS && !line.equals(LinePort.UNANSWERED)) {
          out.write("ok\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        line = in.readLine();
      }
    } catch (IOException ended) {
      return;
    }
  }

  /** A driver's link to it. */
  TcpLink link() {
    return new TcpLink(
        new LinkAddress.Tcp(
            InetAddress.getLoopbackAddress().getHostAddress(), server.getLocalPort()));
  }

  /** A bare socket to it. */
  Socket bare() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
  }

  /** Ends every connection; gives the moment before. */
  long drop() throws IOException {
    long before = System.nanoTime();
    for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
      socket.close();
    }
    return before;
  }

  @Override
  public void close() throws IOException {
    server.close();
    drop();
  }
}

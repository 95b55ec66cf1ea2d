package clinic.mmt.dispenser.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The line to a broker: can be cut, or swallow all it is given while it seems alive. */
final class Cable implements AutoCloseable {

  private final ServerSocket server;
  private final int port;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** Connections up to this number swallow everything. */
  private volatile int swallowed;

  Cable(String url) throws IOException {
    this.port = Integer.parseInt(url.replaceAll(".*:", ""));
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread(this::accept);
  }

  String url() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  /** Breaks every connection; new ones go through. */
  void cut() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  /** What is connected now hears nothing any more; new connections go through. */
  void blackHole() {
    swallowed = connections.get();
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = server.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(near);
        open.add(far);
        int number = connections.incrementAndGet();
        thread(() -> pipe(number, near, far));
        thread(() -> pipe(number, far, near));
      }
    } catch (IOException e) {
      return; // Closed.
    }
  }

  private void pipe(int number, Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (number > swallowed) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      return; // Cut.
    }
  }

  private static void thread(Runnable run) {
    Thread thread = new Thread(run, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}

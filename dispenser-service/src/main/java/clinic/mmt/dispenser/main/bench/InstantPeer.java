package clinic.mmt.dispenser.main.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** One listening loopback socket with a talker behind it, like a serial terminal server. */
final class InstantPeer implements AutoCloseable {

  /** Reads requests and writes answers until the line ends. */
  @FunctionalInterface
  interface Talk {
    /** Serves one connection. */
    void talk(InputStream in, OutputStream out) throws IOException;
  }

  private final ServerSocket server;

  InstantPeer(String name, Talk talk) throws IOException {
    this.server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    thread(name + "-accept", () -> accept(name, talk)).start();
  }

  private static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(task, "bench-" + name);
    thread.setDaemon(true);
    return thread;
  }

  private void accept(String name, Talk talk) {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        thread(name, () -> serve(socket, talk)).start();
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static void serve(Socket socket, Talk talk) {
    try (socket) {
      talk.talk(
          new java.io.BufferedInputStream(socket.getInputStream()),
          new java.io.BufferedOutputStream(socket.getOutputStream()));
    } catch (IOException ended) {
      return;
    }
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

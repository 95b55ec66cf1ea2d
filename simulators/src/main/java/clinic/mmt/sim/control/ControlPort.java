package clinic.mmt.sim.control;

import clinic.mmt.sim.bench.Bench;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** stub */
public final class ControlPort implements AutoCloseable {
  private final HttpServer server;

  private ControlPort(HttpServer server) {
    this.server = server;
  }

  /** Opens. */
  public static ControlPort open(Bench bench, InetSocketAddress address) throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    server.start();
    return new ControlPort(server);
  }

  /** url. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

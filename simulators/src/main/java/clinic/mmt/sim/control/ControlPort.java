package clinic.mmt.sim.control;

import clinic.mmt.sim.bench.Bench;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP port by which tests and demos play the people and the faults. Loopback only. */
public final class ControlPort implements AutoCloseable {

  private static final int BODY_BYTES_MAX = 16_384;
  private static final int THREADS = 2;

  private final HttpServer server;
  private final Routes routes;
  private final ExecutorService executor;

  private ControlPort(HttpServer server, Routes routes) {
    this.server = server;
    this.routes = routes;
    this.executor =
        Executors.newFixedThreadPool(
            THREADS, task -> Thread.ofPlatform().daemon().name("control").unstarted(task));
  }

  /**
   * Opens the port; only a loopback address is taken.
   *
   * @param sessions the folder in which sessions are written and read; made when it is needed
   */
  public static ControlPort open(Bench bench, InetSocketAddress address, Path sessions)
      throws IOException {
    if (!address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("the control port binds to loopback only");
    }
    ControlPort port = new ControlPort(HttpServer.create(address, 0), new Routes(bench, sessions));
    port.server.createContext("/", port::handle);
    port.server.setExecutor(port.executor);
    port.server.start();
    return port;
  }

  /** Where it listens. */
  public String url() {
    String host = server.getAddress().getAddress().getHostAddress();
    return "http://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      byte[] bytes = answer.bytes();
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
    if (body.length > BODY_BYTES_MAX) {
      return Answer.error(Answer.BAD_REQUEST, "the body is too long; send a small JSON object");
    }
    String path = exchange.getRequestURI().getPath();
    return routes.answer(
        exchange.getRequestMethod(), path, new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}

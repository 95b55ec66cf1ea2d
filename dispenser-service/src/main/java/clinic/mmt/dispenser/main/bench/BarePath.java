package clinic.mmt.dispenser.main.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bare reference: the same HTTP server, the same bytes on the same kind of line, the same
 * number of commits and waits in the same order; no rules, no views, no checks.
 */
final class BarePath implements AutoCloseable {

  /** One step of the plan. */
  sealed interface Op {
    /** Write these bytes on a line and read so many back. */
    record Exchange(int line, byte[] request, int answerBytes) implements Op {
      @Override
      public String toString() {
        return "Exchange[" + line + "]";
      }
    }

    /** One durable commit of so many bytes. */
    record Commit(int bytes) implements Op {}

    /** The start frame; its first byte is the figure. */
    record Start(int line, byte[] request, int answerBytes) implements Op {
      @Override
      public String toString() {
        return "Start[" + line + "]";
      }
    }

    /** A wait for physics, as the timers give it. */
    record Wait(long nanos) implements Op {}

    /** The HTTP answer is given here. */
    record Answer() implements Op {}
  }

  private final List<Op> plan;
  private final BareLedger ledger;
  private final List<Port> ports;
  private final ScheduledExecutorService waits =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "bench-bare-waits");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicLong doneNanos = new AtomicLong();

  BarePath(List<Op> plan, BareLedger ledger, List<Integer> ports) throws IOException {
    this.plan = plan;
    this.ledger = ledger;
    this.ports = List.of(new Port(ports.get(0)), new Port(ports.get(1)));
  }

  /** One line: an owner thread that writes and reads. */
  private static final class Port {
    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(16);
    private final InputStream in;
    private final OutputStream out;

    Port(int port) throws IOException {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      this.in = socket.getInputStream();
      this.out = socket.getOutputStream();
      Thread thread = new Thread(this::run, "bench-bare-port");
      thread.setDaemon(true);
      thread.start();
    }

    private void run() {
      try {
        while (true) {
          queue.take().run();
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }

    void exchange(byte[] request, int answerBytes, Runnable then) {
      queue.add(
          () -> {
            try {
              out.write(request);
              out.flush();
              in.readNBytes(answerBytes);
            } catch (IOException e) {
              throw new IllegalStateException("the bench line broke", e);
            }
            then.run();
          });
    }
  }

  Future<HttpServer> listen(Vertx vertx) {
    Router router = Router.router(vertx);
    router.post("/bare").handler(BodyHandler.create(false));
    router
        .post("/bare")
        .handler(
            routing -> {
              routing.body().asJsonObject();
              Context context = vertx.getOrCreateContext();
              doneNanos.set(0);
              run(
                  0,
                  () ->
                      context.runOnContext(
                          v ->
                              routing
                                  .response()
                                  .end(new JsonObject().put("phase", "ARMED").toBuffer())));
            });
    return vertx
        .createHttpServer(new HttpServerOptions().setTcpNoDelay(true))
        .requestHandler(router)
        .listen(0, "127.0.0.1");
  }

  private void run(int step, Runnable answer) {
    if (step == plan.size()) {
      doneNanos.set(System.nanoTime());
      return;
    }
    Runnable next = () -> run(step + 1, answer);
    switch (plan.get(step)) {
      case Op.Exchange e -> ports.get(e.line()).exchange(e.request(), e.answerBytes(), next);
      case Op.Start s -> ports.get(s.line()).exchange(s.request(), s.answerBytes(), next);
      case Op.Commit c -> ledger.commit(c.bytes(), next);
      case Op.Wait w -> waits.schedule(next, w.nanos(), TimeUnit.NANOSECONDS);
      case Op.Answer a -> {
        answer.run();
        next.run();
      }
    }
  }

  /** When the last run's last commit was durable, 0 while it runs. */
  long doneNanos() {
    return doneNanos.get();
  }

  @Override
  public void close() {
    waits.shutdownNow();
    ledger.close();
  }
}

package clinic.mmt.dispenser.main.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bare reference: the same HTTP server, the same bytes on the same ports, the same number of
 * commits and waits in the same order; no protocol, no rules, no views, no checks.
 */
final class BarePath implements AutoCloseable {

  /** One step of the plan. */
  sealed interface Op {
    /** Questions on one line, one after the other. */
    record Exchange(int line, List<BarePort.Exchange> exchanges) implements Op {}

    /** One durable commit of so many bytes. */
    record Commit(int bytes) implements Op {}

    /** A wait for physics, as the timers give it. */
    record Wait(long nanos) implements Op {}

    /** The HTTP answer is given here. */
    record Answer() implements Op {}
  }

  private final List<Op> plan;
  private final BareLedger ledger;
  private final List<BarePort> ports;
  private final ScheduledExecutorService waits =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "bench-bare-waits");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicLong doneNanos = new AtomicLong();

  BarePath(List<Op> plan, BareLedger ledger, List<Integer> ports) {
    this.plan = plan;
    this.ledger = ledger;
    this.ports =
        List.of(new BarePort("bare-pump", ports.get(0)), new BarePort("bare-scale", ports.get(1)));
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
      case Op.Exchange e -> ports.get(e.line()).exchange(e.exchanges(), next);
      case Op.Commit c -> ledger.commit(c.bytes(), next);
      case Op.Wait w -> {
        ScheduledFuture<?> wait = waits.schedule(next, w.nanos(), TimeUnit.NANOSECONDS);
        if (wait.isCancelled()) {
          throw new IllegalStateException("the bench has ended");
        }
      }
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
    ports.forEach(BarePort::close);
    ledger.close();
  }
}

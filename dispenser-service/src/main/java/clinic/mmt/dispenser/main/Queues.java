package clinic.mmt.dispenser.main;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread per counter and one for the house; an exception in a task is a bug and is logged. */
final class Queues implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Queues.class);
  private static final int WAITING_MOST = 10_000;

  private final List<ExecutorService> executors = new ArrayList<>();

  Executor named(String name) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_MOST),
            task -> new Thread(task, "mmt-" + name),
            (task, pool) -> {
              if (!pool.isShutdown()) {
                LOG.error("the queue {} is full; a task was dropped", name);
              }
            });
    executors.add(executor);
    return task ->
        executor.execute(
            () -> {
              try {
                task.run();
              } catch (RuntimeException bug) {
                LOG.error("bug in a task of queue {}", name, bug);
              }
            });
  }

  @Override
  public void close() {
    executors.forEach(ExecutorService::shutdownNow);
  }
}

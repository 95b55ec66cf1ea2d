package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.store.BareStore;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The bare reference's writer: one thread, one insert and one durable commit for each call. */
final class BareLedger implements AutoCloseable {

  private final BareStore store;
  private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(64);
  private final Thread thread;
  private volatile boolean open = true;

  BareLedger(BareStore store) {
    this.store = store;
    this.thread = new Thread(this::run, "bench-bare-ledger");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (open) {
        queue.take().run();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  void commit(int bytes, Runnable then) {
    queue.add(
        () -> {
          store.commit(new byte[bytes]);
          then.run();
        });
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
    store.close();
  }
}

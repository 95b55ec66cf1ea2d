package clinic.mmt.dispenser.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The same rows on the same tables with the same durability as the ledger's, by one thread, and
 * nothing else: no decision, no codec, no hash, no savepoint. The reference of {@code clinic bench
 * ledger}.
 */
public final class RawRig implements AutoCloseable {

  private final Db db;
  private final int most;
  private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::serve, "bench-raw-rig");

  private record Job(SqlTape.Rows rows, Runnable done) {}

  private RawRig(Db db, int most) {
    this.db = db;
    this.most = most;
  }

  /**
   * Opens a new file.
   *
   * @param most events of one commit; 1 is one commit for each event
   */
  public static RawRig open(Path file, int most) throws StoreException {
    try {
      Db db = Connections.writer(file);
      Schema.migrateLedger(db);
      if (!Schema.viewsAreCurrent(db)) {
        Rebuild.views(db);
      }
      RawRig rig = new RawRig(db, most);
      rig.thread.setDaemon(true);
      rig.thread.start();
      return rig;
    } catch (SQLException e) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN, "cannot open the bench file: " + e.getMessage(), e);
    }
  }

  /** Writes one event; {@code done} runs on the rig's thread once it is durable. */
  public void submit(SqlTape.Rows rows, Runnable done) {
    queue.add(new Job(rows, done));
  }

  private void serve() {
    try {
      List<Job> batch = new ArrayList<>();
      while (true) {
        batch.add(queue.take());
        queue.drainTo(batch, most - 1);
        db.again("BEGIN IMMEDIATE");
        for (Job job : batch) {
          for (SqlTape.Step step : job.rows().steps()) {
            db.update(step.sql(), step.values());
          }
        }
        db.again("COMMIT");
        batch.forEach(job -> job.done().run());
        batch.clear();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException("the bench file can't be written", e);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    try {
      db.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the bench file can't be closed", e);
    }
  }
}

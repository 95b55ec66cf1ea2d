package clinic.mmt.dispenser.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Read-only connections, each lent to one reader at a time; they never hold up the writer. */
final class ReadPool implements AutoCloseable {

  private static final int IDLE_MAX = 4;
  private static final Logger LOG = LoggerFactory.getLogger(ReadPool.class);

  private final Path file;
  private final Deque<Db> idle = new ArrayDeque<>();
  private boolean closed;

  ReadPool(Path file) {
    this.file = file;
  }

  /** Reads something short; a long reading comes in slices. */
  @FunctionalInterface
  interface Reading<T> {
    T from(Db db) throws SQLException;
  }

  <T> T read(Reading<T> reading) {
    try {
      Db db = borrow();
      boolean sound = false;
      try {
        T result = reading.from(db);
        sound = true;
        return result;
      } finally {
        giveBack(db, sound);
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private Db borrow() throws SQLException {
    synchronized (this) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return Connections.reader(file);
  }

  private void giveBack(Db db, boolean sound) {
    synchronized (this) {
      if (sound && !closed && idle.size() < IDLE_MAX) {
        idle.push(db);
        return;
      }
    }
    closeQuietly(db);
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(ReadPool::closeQuietly);
    idle.clear();
  }

  private static void closeQuietly(Db db) {
    try {
      db.close();
    } catch (SQLException e) {
      LOG.warn("a reading connection did not close", e);
    }
  }
}

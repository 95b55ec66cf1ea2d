package clinic.mmt.dispenser.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A copy of a database that a running service goes on writing to: what was committed at one
 * instant, all of it and nothing later (H67). The writer waits for nothing (H72); its log is not
 * made short again before the copy is done.
 */
public final class LiveCopy {

  /** 1 MiB: a second's pause of a disk in pieces that nobody at a counter feels. */
  private static final int PAGES = 256;

  private LiveCopy() {}

  /**
   * Copies {@code live} into the new file {@code copy}, which is the owner's alone.
   *
   * @param rest runs after each MiB, to leave the disk to others
   * @throws StoreException when one cannot be read or the other not be written; then no copy is
   *     left
   */
  public static void of(Path live, Path copy, Runnable rest) throws StoreException {
    create(copy);
    try {
      try (Db db = Connections.reader(live)) {
        // Held to the end: a write meanwhile would begin the copy anew, in a busy clinic for ever.
        db.exec("BEGIN");
        db.number("SELECT count(*) FROM sqlite_schema");
        db.copyTo(copy, PAGES, rest);
      }
      Connections.makeWhole(copy);
    } catch (SQLException e) {
      remove(copy);
      throw cannot(live + " cannot be copied to " + copy, e);
    }
  }

  private static void create(Path copy) throws StoreException {
    try {
      Files.createFile(copy, DataFolder.ownerOnly("rw-------"));
    } catch (IOException e) {
      throw cannot(copy + " cannot be made", e);
    }
  }

  private static StoreException cannot(String what, Exception e) {
    return new StoreException(
        StoreException.Reason.CANNOT_OPEN,
        "%s (%s): look at room and rights of both folders".formatted(what, e.getMessage()),
        e);
  }

  private static void remove(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      // What cannot be removed is in the owner's folder, and the next backup says so.
    }
  }
}

package clinic.mmt.dispenser.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Numbered SQL files and {@code user_version}; only tables that hold a truth migrate. */
final class Schema {

  /** Raised when {@code views.sql} or the projection changes: the views are then rebuilt. */
  static final int VIEWS_VERSION = 22;

  private static final List<String> LEDGER = List.of("ledger-001.sql", "ledger-002.sql");
  private static final List<String> PEOPLE =
      List.of("people-001.sql", "people-002.sql", "people-003.sql");

  /** A semicolon and an empty line: inside a trigger there is none. */
  private static final Pattern END = Pattern.compile(";\n(\n|$)");

  private Schema() {}

  /** Brings a ledger to this program's version, in one transaction. */
  static void migrateLedger(Db db) throws SQLException, StoreException {
    migrate(db, LEDGER);
  }

  /** Brings a people file to this program's version, in one transaction. */
  static void migratePeople(Db db) throws SQLException, StoreException {
    migrate(db, PEOPLE);
  }

  /** Creates empty views; those of another version must be dropped before. */
  static void createViews(Db db) throws SQLException {
    run(db, "views.sql");
    db.update("INSERT INTO view_state VALUES (?)", VIEWS_VERSION);
  }

  /** Drops all views, also those of other versions. */
  static void dropViews(Db db) throws SQLException {
    List<String> tables =
        db.list(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'view_*'",
            row -> row.getString(1));
    for (String table : tables) {
      db.exec("DROP TABLE \"" + table + "\"");
    }
  }

  /** Whether there are views of this program's version. */
  static boolean viewsAreCurrent(Db db) throws SQLException {
    if (!db.any("SELECT 1 FROM sqlite_schema WHERE name = 'view_state'")) {
      return false;
    }
    // Whatever their columns are: views of another version may have others.
    return db.any("SELECT 1 FROM view_state WHERE version = ?", VIEWS_VERSION);
  }

  /** Whether the tables of a ledger are of an earlier program than this one. */
  static boolean ofEarlierProgram(Db db) throws SQLException {
    return db.number("PRAGMA user_version") < LEDGER.size()
        || db.any("SELECT 1 FROM view_state WHERE version < ?", VIEWS_VERSION);
  }

  private static void migrate(Db db, List<String> files) throws SQLException, StoreException {
    int is = (int) db.number("PRAGMA user_version");
    if (is > files.size()) {
      throw new StoreException(
          StoreException.Reason.NEWER_FORMAT,
          "the file has format %d and this program knows up to %d: start the newer program"
              .formatted(is, files.size()));
    }
    if (is == files.size()) {
      return;
    }
    db.exec("BEGIN IMMEDIATE");
    try {
      for (String file : files.subList(is, files.size())) {
        run(db, file);
      }
      db.exec("PRAGMA user_version=" + files.size());
      db.exec("COMMIT");
    } catch (SQLException e) {
      db.exec("ROLLBACK");
      throw e;
    }
  }

  /** Runs a resource; its statements end with a semicolon and an empty line. */
  static void run(Db db, String resource) throws SQLException {
    for (String statement : END.split(read(resource), -1)) {
      if (!statement.isBlank()) {
        db.exec(statement);
      }
    }
  }

  private static String read(String resource) {
    try (InputStream in = Schema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program cannot read its file " + resource, e);
    }
  }
}

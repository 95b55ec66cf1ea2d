package clinic.mmt.dispenser.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** Opens connections with every setting that durability rests on, and reads each back. */
final class Connections {

  /** 3.7.0 to 3.51.2 can corrupt a file when its write-ahead log is reset. */
  private static final int[] OLDEST = {3, 51, 3};

  private static final List<Setting> WRITER =
      List.of(
          new Setting("journal_mode", "WAL", "wal"),
          new Setting("synchronous", "FULL", "2"),
          new Setting("recursive_triggers", "ON", "1"),
          new Setting("foreign_keys", "ON", "1"),
          new Setting("busy_timeout", "3000", "3000"),
          // Only where nobody is ever quiet: see SqliteJournal, which copies pages between doses.
          new Setting("wal_autocheckpoint", "2000", "2000"),
          new Setting("mmap_size", "0", "0"),
          // In KiB: the views of a clinic fit; 2 MB do not hold the indexes of a few thousand
          // doses.
          new Setting("cache_size", "-16384", "-16384"),
          new Setting("trusted_schema", "OFF", "0"),
          new Setting("cell_size_check", "ON", "1"),
          new Setting("temp_store", "MEMORY", "2"));

  private static final Setting SECURE_DELETE = new Setting("secure_delete", "ON", "1");

  private record Setting(String name, String value, String readBack) {}

  private Connections() {}

  /** A connection that writes; there is one for each file in a process. */
  static Db writer(Path file) throws SQLException, StoreException {
    Db db = open(file, "", false);
    try {
      requireLibrary(db);
      for (Setting setting : WRITER) {
        set(db, setting);
      }
      return db;
    } catch (SQLException | StoreException e) {
      db.close();
      throw e;
    }
  }

  /** A writing connection whose deleted rows are overwritten with zeros. */
  static Db erasingWriter(Path file) throws SQLException, StoreException {
    Db db = writer(file);
    try {
      set(db, SECURE_DELETE);
      return db;
    } catch (SQLException | StoreException e) {
      db.close();
      throw e;
    }
  }

  /** A connection that cannot write, beside a running writer. */
  static Db reader(Path file) throws SQLException {
    return open(file, "", true);
  }

  /** A connection that cannot write to a file that nobody writes: leaves nothing beside it. */
  static Db frozen(Path file) throws SQLException {
    return open(file, "?immutable=1", true);
  }

  /** A copy that nobody else uses: from now on one file, without a log beside it. */
  static void makeWhole(Path copy) throws SQLException {
    try (Db db = open(copy, "", false)) {
      db.exec("PRAGMA journal_mode=DELETE");
    }
  }

  /** A database that lives in memory only. */
  static Db inMemory() throws SQLException {
    return new Db(new SQLiteConfig().createConnection("jdbc:sqlite::memory:"));
  }

  private static Db open(Path file, String parameters, boolean readOnly) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setBusyTimeout(3000);
    // Nobody asks for them, and the driver would run a query for them after every insert.
    config.setGetGeneratedKeys(false);
    String name = file.toAbsolutePath().toUri().getRawPath();
    Connection connection = config.createConnection("jdbc:sqlite:file:" + name + parameters);
    return new Db(connection);
  }

  private static void set(Db db, Setting setting) throws SQLException, StoreException {
    db.exec("PRAGMA " + setting.name() + "=" + setting.value());
    String is = db.first("PRAGMA " + setting.name(), row -> row.getString(1)).orElse("nothing");
    if (!is.equals(setting.readBack())) {
      throw new StoreException(
          StoreException.Reason.SETTING_NOT_TAKEN,
          "SQLite setting %s is %s and must be %s: put the data folder on a local disk"
              .formatted(setting.name(), is, setting.readBack()));
    }
  }

  private static void requireLibrary(Db db) throws SQLException, StoreException {
    String version = db.first("SELECT sqlite_version()", row -> row.getString(1)).orElse("0");
    if (!atLeast(version, OLDEST)) {
      throw new StoreException(
          StoreException.Reason.SQLITE_TOO_OLD,
          "SQLite " + version + " can corrupt files; 3.51.3 or later is needed");
    }
  }

  /** Whether {@code version}, such as {@code 3.51.3}, is {@code oldest} or later. */
  static boolean atLeast(String version, int... oldest) {
    List<String> parts = List.of(version.split("\\.", -1));
    for (int i = 0; i < oldest.length; i++) {
      int part = i < parts.size() ? Integer.parseInt(parts.get(i)) : 0;
      if (part != oldest[i]) {
        return part > oldest[i];
      }
    }
    return true;
  }
}

package clinic.mmt.dispenser.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConnection;

/** One connection with its prepared statements; confined to one thread at a time. */
final class Db implements AutoCloseable {

  private static final int BUSY_MILLIS = 10;
  private static final int BUSY_MOST = 300;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private Optional<SqlTape> tape = Optional.empty();

  Db(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row; called with the row current. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row; called with the row current. */
  @FunctionalInterface
  interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /**
   * Copies what this connection sees into a file, so many pages at a time.
   *
   * @param rest runs between two pieces
   */
  void copyTo(Path file, int pages, Runnable rest) throws SQLException {
    int code =
        connection
            .unwrap(SQLiteConnection.class)
            .getDatabase()
            .backup(
                "main",
                file.toString(),
                (remaining, all) -> rest.run(),
                BUSY_MILLIS,
                BUSY_MOST,
                pages);
    if (code != 0) {
      throw new SQLException("the copy ended with SQLite code " + code);
    }
  }

  /** From now on {@code to} takes every statement that writes. */
  void record(SqlTape to) {
    tape = Optional.of(to);
  }

  /** Runs a statement that is not worth preparing. */
  void exec(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Runs a statement without values that comes again and again. */
  void again(String sql) throws SQLException {
    bound(sql).execute();
  }

  int update(String sql, Object... values) throws SQLException {
    if (tape.isPresent()) { // Without a lambda: this is where the ledger thread spends its time.
      tape.get().take(sql, values);
    }
    return bound(sql, values).executeUpdate();
  }

  <T> List<T> list(String sql, RowReader<T> reader, Object... values) throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    }
  }

  long number(String sql, Object... values) throws SQLException {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  boolean any(String sql, Object... values) throws SQLException {
    return first(sql, row -> true, values).orElse(false);
  }

  /** Runs {@code sql} on a statement of its own, row by row: for long results. */
  void each(String sql, RowTaker taker) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        taker.take(rows);
      }
    }
  }

  Connection connection() {
    return connection;
  }

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    // Closing the connection closes its statements; one that fails must not keep the file open.
    prepared.clear();
    connection.close();
  }
}

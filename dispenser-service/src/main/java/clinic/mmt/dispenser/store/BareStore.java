package clinic.mmt.dispenser.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The least a durable ledger can do: one blob, one commit, same durability settings as the real
 * one. The reference of {@code clinic bench}; nothing else uses it.
 */
public final class BareStore implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement insert;

  private BareStore(Connection connection, PreparedStatement insert) {
    this.connection = connection;
    this.insert = insert;
  }

  /** Opens a new file. */
  public static BareStore open(Path file) throws StoreException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        statement.execute("PRAGMA synchronous=FULL");
        statement.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT");
      }
      connection.setAutoCommit(false);
      return new BareStore(
          connection, connection.prepareStatement("INSERT INTO bare (body) VALUES (?)"));
    } catch (SQLException e) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN, "cannot open the bench file: " + e.getMessage(), e);
    }
  }

  /** One row, durable when this returns. */
  public void commit(byte[] body) {
    try {
      insert.setBytes(1, body);
      insert.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("the bench file can't be written", e);
    }
  }

  @Override
  public void close() {
    try {
      insert.close();
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the bench file can't be closed", e);
    }
  }
}

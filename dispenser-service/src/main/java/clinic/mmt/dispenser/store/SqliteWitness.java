package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.WitnessReads;
import clinic.mmt.dispenser.app.journal.WitnessViews;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import clinic.mmt.dispenser.domain.witness.WitnessKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checkpoints that were signed, and the key, as tables. */
final class SqliteWitness implements WitnessViews, WitnessReads {

  private static final String COLUMNS =
      "SELECT clinic, number, sequence, hash, signed_at, key, signature FROM view_checkpoint ";

  private final Db db;

  SqliteWitness(Db db) {
    this.db = db;
  }

  @Override
  public void key(WitnessKey key) {
    write("DELETE FROM view_checkpoint_key");
    write("INSERT INTO view_checkpoint_key VALUES (?, ?)", key.id(), key.publicKey());
  }

  @Override
  public void signed(Checkpoint checkpoint) {
    write(
        "INSERT INTO view_checkpoint VALUES (?, ?, ?, ?, ?, ?, ?)",
        checkpoint.number(),
        checkpoint.clinic(),
        checkpoint.sequence(),
        checkpoint.hash(),
        checkpoint.at().toString(),
        checkpoint.key(),
        checkpoint.signature());
  }

  @Override
  public Optional<WitnessKey> key() {
    return list(
            "SELECT key, public_key FROM view_checkpoint_key",
            row -> new WitnessKey(row.getString(1), row.getString(2)))
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Checkpoint> last() {
    return list(COLUMNS + "ORDER BY number DESC LIMIT 1", SqliteWitness::checkpoint).stream()
        .findFirst();
  }

  @Override
  public List<Checkpoint> above(long number, int most) {
    return list(
        COLUMNS + "WHERE number > ? ORDER BY number LIMIT ?",
        SqliteWitness::checkpoint,
        number,
        most);
  }

  private static Checkpoint checkpoint(ResultSet row) throws SQLException {
    return new Checkpoint(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getString(4),
        Instant.parse(row.getString(5)),
        row.getString(6),
        row.getString(7));
  }

  private <T> List<T> list(String sql, Db.RowReader<T> reader, Object... values) {
    try {
      return List.copyOf(db.list(sql, reader, values));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private void write(String sql, Object... values) {
    try {
      db.update(sql, values);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}

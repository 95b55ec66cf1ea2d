package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of the table {@code journal}. */
final class JournalTable {

  private static final String COLUMNS =
      "sequence, at, kind, kind_version, actor, public, private, salt, private_hash, hash";

  private static final String INSERT =
      "INSERT INTO journal (" + COLUMNS + ", format) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String FROM =
      "SELECT " + COLUMNS + " FROM journal WHERE sequence >= ? ORDER BY sequence LIMIT ?";

  private static final String LAST =
      "SELECT " + COLUMNS + " FROM journal ORDER BY sequence DESC LIMIT 1";

  private JournalTable() {}

  static void insert(Db db, Entry entry) throws SQLException {
    db.update(
        INSERT,
        entry.sequence(),
        entry.at().toEpochMilli(),
        entry.kind(),
        entry.kindVersion(),
        entry.actor(),
        entry.publicBody().toArray(),
        entry.privateBody().toArray(),
        entry.salt().toArray(),
        entry.privateHash().toArray(),
        entry.hash().toArray(),
        Entry.FORMAT_VERSION);
  }

  static List<Entry> from(Db db, long sequence, int limit) throws SQLException {
    return db.list(FROM, JournalTable::entry, sequence, Math.max(0, limit));
  }

  static Chain head(Db db) throws SQLException {
    return db.first(LAST, JournalTable::entry).map(Chain::after).orElse(Chain.GENESIS);
  }

  /** Why the last {@code length} entries do not follow each other; empty when they do. */
  static Optional<String> tailFault(Db db, int length) throws SQLException {
    long last = db.number("SELECT max(sequence) FROM journal");
    long first = Math.max(0, last - length);
    Chain chain = Chain.GENESIS;
    for (Entry entry : from(db, Math.max(1, first), length + 1)) {
      boolean anchor = first > 0 && entry.sequence() == first;
      Optional<String> fault = anchor ? Optional.empty() : chain.fault(entry);
      if (fault.isPresent()) {
        return Optional.of("entry " + entry.sequence() + ": " + fault.get());
      }
      chain = Chain.after(entry);
    }
    return Optional.empty();
  }

  /** The first of these rows whose format is of a later program; empty when there is none. */
  static Optional<Long> otherFormat(Db db, List<Entry> page) throws SQLException {
    return db.first(
        """
        SELECT sequence FROM journal
        WHERE sequence BETWEEN ? AND ? AND format <> 1 ORDER BY sequence LIMIT 1
        """,
        row -> row.getLong(1),
        page.getFirst().sequence(),
        page.getLast().sequence());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getString(3),
        // No number beyond an int's comes back as another one.
        Math.clamp(row.getLong(4), 0, Integer.MAX_VALUE),
        row.getString(5),
        bytes(row, 6),
        bytes(row, 7),
        bytes(row, 8),
        bytes(row, 9),
        bytes(row, 10));
  }

  private static Bytes bytes(ResultSet row, int column) throws SQLException {
    byte[] value = row.getBytes(column);
    return value == null ? Bytes.EMPTY : Bytes.of(value);
  }
}

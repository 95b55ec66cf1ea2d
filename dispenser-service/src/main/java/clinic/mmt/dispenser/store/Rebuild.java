package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Projection;
import clinic.mmt.dispenser.app.journal.codec.Decoded;
import clinic.mmt.dispenser.app.journal.codec.FactCodec;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.sql.SQLException;
import java.util.List;

/** Makes the views anew from the journal. */
final class Rebuild {

  private static final int PAGE = 1000;

  private Rebuild() {}

  /** Drops and rebuilds the views of {@code db}, in one transaction. */
  static void views(Db db) throws SQLException, StoreException {
    db.exec("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      Schema.dropViews(db);
      Schema.createViews(db);
      refold(db);
      db.exec("COMMIT");
      done = true;
    } finally {
      if (!done) {
        db.exec("ROLLBACK");
      }
    }
  }

  private static void refold(Db db) throws SQLException, StoreException {
    SqliteViews views = new SqliteViews(db);
    List<Entry> page = JournalTable.from(db, 1, PAGE);
    while (!page.isEmpty()) {
      for (Entry entry : page) {
        apply(entry, views);
      }
      page = JournalTable.from(db, page.getLast().sequence() + 1, PAGE);
    }
  }

  /** Applies one stored entry, as the append of it did. */
  static void apply(Entry entry, SqliteViews views) throws SQLException, StoreException {
    switch (FactCodec.decode(entry)) {
      case Decoded.Known known -> apply(known.fact(), entry.sequence(), views);
      case Decoded.Malformed malformed ->
          throw new StoreException(
              StoreException.Reason.BROKEN_CHAIN,
              "entry " + entry.sequence() + ": " + malformed.why());
    }
  }

  /** Applies the fact of a stored entry. */
  static void apply(Fact fact, long sequence, SqliteViews views) throws SQLException {
    try {
      Projection.apply(fact, sequence, views);
    } catch (StoreFailure e) {
      throw e.error();
    }
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Projection;
import clinic.mmt.dispenser.app.journal.codec.Decoded;
import clinic.mmt.dispenser.app.journal.codec.FactCodec;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.sql.SQLException;

/** Makes views of stored entries, one after the other, as appending them did. */
final class Folding {

  private final SqliteViews views;
  private final SqliteReads reads;

  /** Into the tables of {@code db}. */
  Folding(Db db) {
    Recent recent = new Recent();
    this.views = new SqliteViews(db, recent);
    this.reads = new SqliteReads(db, recent);
  }

  /** The fact of the next entry, which may tell of a dose only what it changes. */
  Decoded decode(Entry next) throws SQLException {
    try {
      return FactCodec.decode(next, reads::doseBefore);
    } catch (StoreFailure e) {
      throw e.error();
    }
  }

  /** Applies it. */
  void apply(Fact fact, Entry next) throws SQLException {
    try {
      Projection.apply(fact, next.sequence(), views);
    } catch (StoreFailure e) {
      throw e.error();
    }
  }

  /**
   * Reads the next entry and applies it.
   *
   * @throws StoreException for one that cannot be read
   */
  void apply(Entry next) throws SQLException, StoreException {
    switch (decode(next)) {
      case Decoded.Known known -> apply(known.fact(), next);
      case Decoded.Malformed malformed ->
          throw new StoreException(
              StoreException.Reason.BROKEN_CHAIN,
              "entry " + next.sequence() + ": " + malformed.why());
    }
  }
}

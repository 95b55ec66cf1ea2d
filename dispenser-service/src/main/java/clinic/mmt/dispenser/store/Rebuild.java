package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Entry;
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
    Folding folding = new Folding(db);
    List<Entry> page = JournalTable.from(db, 1, PAGE);
    while (!page.isEmpty()) {
      for (Entry entry : page) {
        folding.apply(entry);
      }
      page = JournalTable.from(db, page.getLast().sequence() + 1, PAGE);
    }
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.CommandRecord;
import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Projection;
import clinic.mmt.dispenser.app.journal.SaltSource;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.journal.codec.Entries;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writing connection and the chain it continues; confined to the ledger thread. After an
 * {@link SQLException} it must be closed and another one opened.
 */
final class Ledger implements AutoCloseable {

  /** How many entries at the end are checked each time the ledger is opened. */
  private static final int TAIL = 256;

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final Db db;
  private final SaltSource salts;
  private final Recent recent = new Recent();
  private final SqliteReads reads;
  private final SqliteViews views;
  private final ConstraintNames names;
  private Chain chain;
  private int commits;

  private Ledger(Db db, SaltSource salts) throws SQLException {
    this.db = db;
    this.salts = salts;
    this.reads = new SqliteReads(db, recent);
    this.views = new SqliteViews(db, recent);
    this.names = ConstraintNames.of(db);
    this.chain = JournalTable.head(db);
  }

  /** Opens, migrates, checks the end of the chain and rebuilds views that are not current. */
  static Ledger open(Path file, SaltSource salts) throws SQLException, StoreException {
    Db db = Connections.writer(file);
    boolean opened = false;
    try {
      Schema.migrateLedger(db);
      Optional<String> fault = JournalTable.tailFault(db, TAIL);
      if (fault.isPresent()) {
        throw new StoreException(
            StoreException.Reason.BROKEN_CHAIN,
            fault.get() + ": stop, keep the file as it is and restore a backup");
      }
      if (!Schema.viewsAreCurrent(db)) {
        Rebuild.views(db);
      }
      Ledger ledger = new Ledger(db, salts);
      opened = true;
      return ledger;
    } finally {
      if (!opened) {
        db.close();
      }
    }
  }

  Chain chain() {
    return chain;
  }

  Db db() {
    return db;
  }

  void begin() throws SQLException {
    db.again("BEGIN IMMEDIATE");
  }

  void commit() throws SQLException {
    db.again("COMMIT");
    commits++;
  }

  /** Commits whose pages still wait in the write-ahead log. */
  int commitsInLog() {
    return commits;
  }

  /** Copies what the write-ahead log holds into the file, as far as no reader needs it as it is. */
  void checkpoint() throws SQLException {
    db.number("PRAGMA wal_checkpoint(PASSIVE)");
    commits = 0;
  }

  /** Drops and rebuilds the views. */
  void rebuild() throws SQLException, StoreException {
    recent.forget();
    Rebuild.views(db);
  }

  /**
   * Decides and appends all of them within the open transaction, without savepoints: each would
   * keep a copy of every page that is touched. False when a constraint or a bug stopped one: then
   * nothing of any of them is left, no number is used, no transaction is open, and each has to be
   * {@link #run} again, which is no harm, since a decision writes nothing by itself.
   */
  boolean runTogether(List<LedgerJob.Write<?>> batch) throws SQLException {
    Chain before = chain;
    try {
      for (LedgerJob.Write<?> write : batch) {
        write.run(this::decided);
      }
      return true;
    } catch (SQLException e) {
      giveAllBack(e, before);
    } catch (StoreFailure e) {
      giveAllBack(e.error(), before);
    } catch (RuntimeException | AssertionError | StackOverflowError bug) {
      giveAllBack(before);
    }
    return false;
  }

  private void giveAllBack(SQLException error, Chain before) throws SQLException {
    if (names.brokenBy(error).isEmpty()) {
      throw error;
    }
    giveAllBack(before);
  }

  private void giveAllBack(Chain before) throws SQLException {
    recent.forget();
    db.again("ROLLBACK");
    chain = before;
  }

  /**
   * Decides and appends in a savepoint of its own: what a constraint or a bug stops leaves no trace
   * and gives its numbers back.
   */
  <R> Outcome<R> run(Transaction<R> transaction) throws SQLException {
    Chain before = chain;
    db.again("SAVEPOINT one");
    try {
      Outcome<R> outcome = decided(transaction);
      db.again("RELEASE one");
      return outcome;
    } catch (SQLException e) {
      return conflict(e, before);
    } catch (StoreFailure e) {
      return conflict(e.error(), before);
    } catch (RuntimeException | AssertionError | StackOverflowError bug) {
      LOG.error("a decision threw; it wrote nothing", bug);
      undo(before);
      return new Outcome.Failed<>("a decision threw " + bug.getClass().getSimpleName());
    }
  }

  private <R> Outcome<R> decided(Transaction<R> transaction) throws SQLException {
    return switch (transaction.decide().decide(reads)) {
      case Decision.Accept<R> accept -> append(transaction, accept);
      case Decision.Refuse<R> refuse -> new Outcome.Refused<>(refuse.refusal());
    };
  }

  private <R> Outcome<R> append(Transaction<R> transaction, Decision.Accept<R> accept)
      throws SQLException {
    Entries.Actor actor = new Entries.Actor(transaction.actor(), transaction.at());
    for (Fact fact : accept.facts()) {
      Entry entry = Entries.next(chain, actor, fact, salts.next(), reads::doseBefore);
      JournalTable.insert(db, entry);
      Projection.apply(fact, entry.sequence(), views);
      chain = Chain.after(entry);
    }
    if (accept.command().isPresent()) {
      remember(accept.command().get());
    }
    return new Outcome.Done<>(accept.answer(), chain.sequence());
  }

  private void remember(CommandRecord command) throws SQLException {
    db.update(
        "INSERT INTO command (id, body_hash, answer) VALUES (?, ?, ?)",
        command.id(),
        command.bodyHash(),
        command.answer());
  }

  private <R> Outcome<R> conflict(SQLException error, Chain before) throws SQLException {
    Optional<String> constraint = names.brokenBy(error);
    if (constraint.isEmpty()) {
      throw error;
    }
    undo(before);
    return new Outcome.Conflict<>(constraint.get());
  }

  private void undo(Chain before) throws SQLException {
    recent.forget();
    db.again("ROLLBACK TO one");
    db.again("RELEASE one");
    chain = before;
  }

  @Override
  public void close() throws SQLException {
    db.close();
  }
}

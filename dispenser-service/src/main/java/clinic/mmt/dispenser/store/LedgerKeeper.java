package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.SaltSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a usable {@link Ledger}: after any SQL error that is no constraint it closes the ledger,
 * opens another one and serves again only when the chain ends where it has to (H52, H65). Confined
 * to the ledger thread.
 */
final class LedgerKeeper {

  private static final int REOPEN_TRIES = 20;
  private static final long REOPEN_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Logger LOG = LoggerFactory.getLogger(LedgerKeeper.class);

  private final Path file;
  private final SaltSource salts;
  private final Faults faults;
  private @Nullable Ledger ledger;

  /** Where the chain may stand when the ledger is opened again. */
  private Set<Chain> expected;

  private LedgerKeeper(Path file, SaltSource salts, Faults faults, Ledger ledger) {
    this.file = file;
    this.salts = salts;
    this.faults = faults;
    this.ledger = ledger;
    this.expected = Set.of(ledger.chain());
  }

  /** What became of a batch. */
  sealed interface Result {

    /** On disk; {@code head} is the journal's last sequence. */
    record Durable(long head) implements Result {}

    /** Not on disk, or nobody can tell; {@code why} says which. */
    record Lost(String why) implements Result {}
  }

  static LedgerKeeper open(Path file, SaltSource salts, Faults faults) throws StoreException {
    try {
      return new LedgerKeeper(file, salts, faults, Ledger.open(file, salts));
    } catch (SQLException e) {
      throw new StoreException(
          StoreException.Reason.CANNOT_OPEN,
          "cannot open " + file + " (" + e.getMessage() + "): check the folder, its owner and disk",
          e);
    }
  }

  long head() {
    return ledger == null ? 0 : ledger.chain().sequence();
  }

  /** Commits whose pages still wait in the write-ahead log; none while the ledger is closed. */
  int commitsInLog() {
    return ledger == null ? 0 : ledger.commitsInLog();
  }

  /** Runs all writes in one transaction. */
  Result commit(List<LedgerJob.Write<?>> batch) {
    Ledger using = ledger == null ? reopened() : ledger;
    if (using == null) {
      return new Result.Lost("the store is not usable; see the log");
    }
    Chain before = using.chain();
    boolean committing = false;
    try {
      using.begin();
      faults.at(Faults.Point.BEGUN);
      if (!using.runTogether(batch)) {
        using.begin();
        for (LedgerJob.Write<?> write : batch) {
          write.run(using::run);
        }
      }
      faults.at(Faults.Point.BEFORE_COMMIT);
      committing = true;
      using.commit();
      faults.at(Faults.Point.AFTER_COMMIT);
      return new Result.Durable(using.chain().sequence());
    } catch (SQLException e) {
      LOG.error("the store failed; it is opened again before it serves", e);
      Chain after = using.chain();
      discard();
      return committing ? resolve(before, after) : lost(before, e);
    }
  }

  void maintain(LedgerJob.Maintenance job) {
    Ledger using = ledger == null ? reopened() : ledger;
    if (using == null) {
      job.fail("the store is not usable; see the log");
      return;
    }
    Chain before = using.chain();
    try {
      job.action().on(using);
      job.done().complete(null);
    } catch (SQLException | StoreException | RuntimeException e) {
      LOG.error("maintenance failed; the store is opened again before it serves", e);
      expected = Set.of(before);
      discard();
      job.done().completeExceptionally(e);
    }
  }

  void close() {
    discard();
  }

  private Result lost(Chain before, SQLException e) {
    expected = Set.of(before);
    reopened();
    return new Result.Lost("the store failed and nothing was written: " + e.getMessage());
  }

  /** The commit itself failed: only the file can tell whether the entries are there. */
  private Result resolve(Chain before, Chain after) {
    expected = Set.of(before, after);
    Ledger found = reopened();
    for (int tries = 1; found == null && tries < REOPEN_TRIES; tries++) {
      LockSupport.parkNanos(REOPEN_PAUSE_NANOS);
      found = reopened();
    }
    if (found == null) {
      return new Result.Lost(
          "the commit failed and the store cannot be opened: it is not known whether the entries"
              + " were written");
    }
    if (!before.equals(after) && found.chain().equals(after)) {
      return new Result.Durable(after.sequence());
    }
    return new Result.Lost("the commit failed and nothing was written");
  }

  private @Nullable Ledger reopened() {
    try {
      faults.at(Faults.Point.REOPEN);
      Ledger candidate = Ledger.open(file, salts);
      if (!expected.contains(candidate.chain())) {
        LOG.error(
            "the journal ends with entry {}, which is not where it was left: stop, keep the file",
            candidate.chain().sequence());
        candidate.close();
        return null;
      }
      ledger = candidate;
      return candidate;
    } catch (SQLException | StoreException e) {
      LOG.error("the store cannot be opened again yet", e);
      return null;
    }
  }

  private void discard() {
    Ledger old = ledger;
    ledger = null;
    try {
      if (old != null) {
        old.close();
      }
    } catch (SQLException e) {
      LOG.warn("the failed store did not close cleanly", e);
    }
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits for the ledger thread. */
sealed interface LedgerJob {

  /** Does not run; whoever waits is told why. */
  void fail(String why);

  /** One transaction, with what it will be told once the batch is durable. */
  final class Write<R> implements LedgerJob {

    private static final Logger LOG = LoggerFactory.getLogger(Write.class);

    private final Transaction<R> transaction;
    private final Consumer<Outcome<R>> reply;
    private Outcome<R> outcome = new Outcome.Failed<>("not decided");
    private boolean told;

    Write(Transaction<R> transaction, Consumer<Outcome<R>> reply) {
      this.transaction = transaction;
      this.reply = reply;
    }

    void run(Runner runner) throws SQLException {
      outcome = runner.run(transaction);
    }

    void answer() {
      tell(outcome);
    }

    @Override
    public void fail(String why) {
      tell(new Outcome.Failed<>(why));
    }

    private void tell(Outcome<R> what) {
      if (told) {
        return;
      }
      told = true;
      try {
        reply.accept(what);
      } catch (RuntimeException e) {
        LOG.error("a reply threw; the journal goes on", e);
      }
    }
  }

  /** How a transaction is run. */
  @FunctionalInterface
  interface Runner {
    <R> Outcome<R> run(Transaction<R> transaction) throws SQLException;
  }

  /** Work on the ledger between two batches. */
  record Maintenance(Action action, CompletableFuture<Void> done) implements LedgerJob {

    @Override
    public void fail(String why) {
      done.completeExceptionally(new IllegalStateException(why));
    }
  }

  /** The last job. */
  record Close() implements LedgerJob {

    @Override
    public void fail(String why) {}
  }

  /** Work on the ledger. */
  @FunctionalInterface
  interface Action {
    void on(Ledger ledger) throws SQLException, StoreException;
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.JournalContract;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;

/** The journal in a file keeps the contract. */
class SqliteJournalTest extends JournalContract {

  @TempDir private Path folder = Path.of("");

  @Override
  protected Journal open() throws StoreException {
    return reopen();
  }

  @Override
  protected Journal reopen() throws StoreException {
    return SqliteJournal.open(folder.resolve("ledger.db"), new SecureSalts());
  }

  @Override
  protected boolean viewsEqualRebuild(Journal journal) throws Exception {
    CompletableFuture<List<String>> differences = new CompletableFuture<>();
    ((SqliteJournal) journal)
        .maintain(ledger -> differences.complete(ViewsCompare.differences(ledger.db())))
        .get();
    return differences.get().isEmpty();
  }

  @Override
  protected void inOneBatch(Journal journal, Runnable submit) throws Exception {
    CountDownLatch submitted = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<Void> held =
        ((SqliteJournal) journal)
            .maintain(
                ledger -> {
                  waiting.countDown();
                  awaitQuietly(submitted);
                });
    waiting.await();
    submit.run();
    submitted.countDown();
    held.get();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.JournalContract;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.PumpFact;
import clinic.mmt.dispenser.domain.stock.Account;
import clinic.mmt.dispenser.domain.stock.AccountKind;
import clinic.mmt.dispenser.domain.stock.Posting;
import clinic.mmt.quantity.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
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

  /** Each dose has accounts of its own: after years they would be nearly all of the table. */
  @Test
  void anAccountThatWasEmptiedHasNoRow() throws Exception {
    try (Journal journal = open()) {
      add(journal, Facts.received());
      add(journal, Facts.mounted(Facts.STATION, Facts.BOTTLE));
      Posting poured = Facts.poured("D-1", 8_000);
      add(journal, with(poured));
      assertEquals(1, rows(journal, "CUP"), "the control: a full cup");
      add(
          journal,
          with(
              Posting.move(
                  Facts.BATCH,
                  new Account(AccountKind.CUP, "D-1"),
                  Account.only(AccountKind.PATIENT),
                  Volume.ofMicrolitres(8_000))));
      assertEquals(0, rows(journal, "CUP"));
      assertEquals(1, rows(journal, "PATIENT"));
    }
  }

  private static Fact with(Posting posting) {
    return new PumpFact.MovedAlone(
        Facts.STATION,
        Facts.DAY,
        PumpFact.MovedAlone.How.COUNTER,
        Volume.ofMicrolitres(8_000),
        List.of(posting));
  }

  private static void add(Journal journal, Fact fact) throws Exception {
    CompletableFuture<Outcome<String>> reply = new CompletableFuture<>();
    journal.transact(
        new Transaction<>("S-1", Facts.MORNING, r -> Decision.accept(List.of(fact), "")),
        reply::complete);
    assertInstanceOf(Outcome.Done.class, reply.get());
  }

  private static long rows(Journal journal, String kind) throws Exception {
    CompletableFuture<Long> rows = new CompletableFuture<>();
    ((SqliteJournal) journal)
        .maintain(
            ledger ->
                rows.complete(
                    ledger.db().number("SELECT count(*) FROM view_balance WHERE kind = ?", kind)))
        .get();
    return rows.get();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package clinic.mmt.dispenser.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.CommandRecord;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered stays, whatever fails; what failed is told as it is. */
class DurabilityTest {

  @TempDir private Path folder = Path.of("");

  private final FailingTimes faults = new FailingTimes();

  /** Fails at a point for a number of times. */
  private static final class FailingTimes implements Faults {
    private final Map<Point, Integer> left = new EnumMap<>(Point.class);

    synchronized void fail(Point point, int times) {
      left.put(point, times);
    }

    @Override
    public synchronized void at(Point point) throws SQLException {
      int times = left.getOrDefault(point, 0);
      if (times > 0) {
        left.put(point, times - 1);
        throw new SQLException("injected at " + point);
      }
    }
  }

  private SqliteJournal open() throws StoreException {
    return SqliteJournal.open(folder.resolve("ledger.db"), new SecureSalts(), faults);
  }

  private void assertSound(long entries) {
    VerifyReport report = JournalVerifier.verify(folder.resolve("ledger.db"), VerifyOptions.ALL);
    assertEquals(
        entries, assertInstanceOf(VerifyReport.Good.class, report, report.line()).entries());
  }

  @ParameterizedTest
  @ValueSource(strings = {"BEGUN", "BEFORE_COMMIT"})
  void aStoreThatFailsBeforeTheCommitWroteNothingAndServesAgain(String point) throws Exception {
    try (SqliteJournal journal = open()) { // H52
      Appends.append(journal, Facts.patient("P-1"));
      faults.fail(Faults.Point.valueOf(point), 1);
      assertInstanceOf(Outcome.Failed.class, Appends.submit(journal, Facts.patient("P-2")).join());
      assertEquals(1, journal.head());
      Appends.append(journal, Facts.patient("P-2"));
      assertEquals(2, journal.head());
    }
    assertSound(2);
  }

  @Test
  void aCommitThatFailedAfterItWasWrittenIsAnsweredAsDone() throws Exception { // H52
    try (SqliteJournal journal = open()) {
      faults.fail(Faults.Point.AFTER_COMMIT, 1);
      faults.fail(Faults.Point.REOPEN, 3);
      assertEquals(
          new Outcome.Done<>("ok", 1), Appends.submit(journal, Facts.patient("P-1")).join());
      Appends.append(journal, Facts.patient("P-2"));
    }
    assertSound(2);
  }

  @Test
  void aStoreThatStaysAwayFailsEverybodyAndComesBackWhereItWas() throws Exception { // H52
    try (SqliteJournal journal = open()) {
      Appends.append(journal, Facts.patient("P-1"));
      faults.fail(Faults.Point.BEGUN, 1);
      faults.fail(Faults.Point.REOPEN, 3);
      for (int i = 0; i < 3; i++) {
        assertInstanceOf(
            Outcome.Failed.class, Appends.submit(journal, Facts.patient("P-2")).join());
      }
      Appends.append(journal, Facts.patient("P-2"));
      assertEquals(2, journal.head());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 8, 13})
  void aFullDiskLosesNothingAnsweredAndAppendsGoOnWhenThereIsSpace(int pages) throws Exception {
    long done = 0; // H65
    try (SqliteJournal journal = open()) {
      Appends.append(journal, Facts.opened());
      journal
          .maintain(
              ledger -> {
                long is = ledger.db().number("PRAGMA page_count");
                ledger.db().exec("PRAGMA max_page_count=" + (is + pages));
              })
          .get();
      Outcome<String> outcome = new Outcome.Done<>("", 1);
      while (outcome instanceof Outcome.Done<String> ok) {
        done = ok.head();
        outcome = Appends.submit(journal, Facts.patient("P-" + done)).join();
      }
      assertInstanceOf(Outcome.Failed.class, outcome);
      assertEquals(done, journal.head());
      assertEquals(done, journal.entries(1, 10_000).size());
      Appends.append(journal, Facts.patient("P-" + done)); // A new connection has no such limit.
    }
    assertSound(done + 1);
  }

  @Test
  void whatWaitsInTheLogIsCopiedIntoTheFileOnceNobodyWaits() throws Exception {
    Path file = folder.resolve("ledger.db");
    try (SqliteJournal journal = open()) {
      Appends.append(journal, Facts.opened());
      long before = Files.size(file);
      for (int i = 0; i < SqliteJournal.CHECKPOINT_AFTER; i++) {
        Appends.append(journal, Facts.patient("P-" + i));
      }
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (Files.size(file) == before && System.nanoTime() < end) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
      assertTrue(Files.size(file) > before, "all is still in the log");
      Appends.append(journal, Facts.patient("P-last"));
    }
    assertSound(SqliteJournal.CHECKPOINT_AFTER + 2L);
  }

  @Test
  void aLongReaderDoesNotHoldUpTheWriter() throws Exception { // H72
    try (SqliteJournal journal = open();
        Db reader = Connections.reader(folder.resolve("ledger.db"))) {
      Appends.append(journal, Facts.patient("P-0"));
      reader.exec("BEGIN");
      assertEquals(1, reader.number("SELECT count(*) FROM journal"));
      for (int i = 1; i <= 200; i++) {
        Appends.append(journal, Facts.patient("P-" + i));
      }
      assertEquals(1, reader.number("SELECT count(*) FROM journal"), "it keeps what it began with");
      reader.exec("COMMIT");
      assertEquals(201, reader.number("SELECT count(*) FROM journal"));
      SQLException refused =
          assertThrows(SQLException.class, () -> reader.exec("DELETE FROM command"));
      assertTrue(String.valueOf(refused.getMessage()).contains("SQLITE_READONLY"));
    }
  }

  @Test
  void aForeignWriteLockFailsTheBatchAndNothingElse() throws Exception { // H72
    try (SqliteJournal journal = open();
        Db foreign = Connections.writer(folder.resolve("ledger.db"))) {
      foreign.exec("BEGIN IMMEDIATE");
      assertInstanceOf(Outcome.Failed.class, Appends.submit(journal, Facts.patient("P-1")).join());
      foreign.exec("COMMIT");
      Appends.append(journal, Facts.patient("P-1"));
    }
    assertSound(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE journal SET actor = 'x'",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE sequence = 1",
        "REPLACE INTO journal SELECT * FROM journal WHERE sequence = 1",
        "INSERT INTO journal SELECT 7, format, at, kind, kind_version, actor, public, private, salt,"
            + " private_hash, hash FROM journal WHERE sequence = 1",
      })
  void theJournalTakesNothingButTheNextEntry(String sql) throws Exception { // H68
    try (SqliteJournal journal = open()) {
      Appends.append(journal, Facts.patient("P-1"));
      Appends.append(journal, Facts.patient("P-2"));
    }
    try (Db db = Connections.writer(folder.resolve("ledger.db"))) {
      SQLException refused = assertThrows(SQLException.class, () -> db.exec(sql));
      String name = ConstraintNames.of(db).brokenBy(refused).orElse("");
      assertTrue(name.matches("journal_is_(append_only|gapless)"), name);
    }
    assertSound(2);
  }

  @Test
  void aFileOfANewerProgramIsRefusedWithAClearLine() throws Exception { // H70
    open().close();
    try (Db db = Connections.writer(folder.resolve("ledger.db"))) {
      db.exec("PRAGMA user_version=99");
    }
    StoreException refused = assertThrows(StoreException.class, this::open);
    assertEquals(StoreException.Reason.NEWER_FORMAT, refused.reason());
    assertTrue(String.valueOf(refused.getMessage()).contains("format 99"));
  }

  @Test
  void aLedgerOfTheFirstFormatKeepsItsCommands() throws Exception {
    Path file = folder.resolve("ledger.db");
    try (Db db = Connections.writer(file)) {
      Schema.run(db, "ledger-001.sql");
      db.exec("PRAGMA user_version=1");
      db.update("INSERT INTO command VALUES (?, ?, ?)", "v1/pour/1", "hash", "ARMED");
    }
    try (SqliteJournal journal = open()) {
      Appends.append(journal, Facts.patient("P-1"));
      assertEquals(
          Optional.of(new CommandRecord("v1/pour/1", "hash", "ARMED")),
          journal.look(reads -> reads.command("v1/pour/1")));
    }
  }

  @Test
  void aBrokenEndOfTheChainIsNotServed() throws Exception { // H66
    try (SqliteJournal journal = open()) {
      Appends.append(journal, Facts.patient("P-1"));
    }
    try (Db db = Connections.writer(folder.resolve("ledger.db"))) {
      db.exec("DROP TRIGGER journal_is_never_updated");
      db.exec("UPDATE journal SET actor = 'x'");
    }
    StoreException refused = assertThrows(StoreException.class, this::open);
    assertEquals(StoreException.Reason.BROKEN_CHAIN, refused.reason());
  }

  @Test
  void droppedViewsAreMadeAnewAtTheNextOpening() throws Exception {
    try (SqliteJournal journal = open()) {
      Appends.append(journal, Facts.received());
    }
    try (Db db = Connections.writer(folder.resolve("ledger.db"))) {
      Schema.dropViews(db);
    }
    assertTrue(
        !JournalVerifier.verify(folder.resolve("ledger.db"), VerifyOptions.ALL).ok(),
        "the control: without them the file is not sound");
    open().close();
    assertSound(1);
  }

  @Test
  void oneTransactionTooManyIsAnsweredAtOnce() throws Exception { // H57
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch held = new CountDownLatch(1);
    try (SqliteJournal journal = open()) {
      CompletableFuture<Void> holding =
          journal.maintain(
              ledger -> {
                held.countDown();
                await(go);
              });
      held.await();
      List<CompletableFuture<Outcome<String>>> replies = new ArrayList<>();
      for (int i = 0; i <= SqliteJournal.QUEUE_MAX; i++) {
        replies.add(Appends.submit(journal));
      }
      assertInstanceOf(Outcome.Failed.class, replies.getLast().getNow(new Outcome.Done<>("", 0)));
      go.countDown();
      holding.get();
      for (var reply : replies.subList(0, SqliteJournal.QUEUE_MAX)) {
        assertInstanceOf(Outcome.Done.class, reply.get());
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

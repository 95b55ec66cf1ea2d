package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.Draft;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.codec.Decoded;
import clinic.mmt.dispenser.app.journal.codec.Decoding;
import clinic.mmt.dispenser.app.witness.CheckpointKey;
import clinic.mmt.dispenser.app.witness.Witness;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.domain.fact.WitnessFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A real ledger file of an invented clinic, with a few hundred entries of many kinds and signed
 * checkpoints, and what somebody with a database program does to copies of it.
 */
final class RealLedger {

  /** Entries between two checkpoints. */
  static final int EVERY = 40;

  private static final int PATIENTS = 300;

  private static final List<String> TRIGGERS =
      List.of("journal_is_gapless", "journal_is_never_updated", "journal_is_never_deleted");

  private final Path folder;
  private int copies;

  private RealLedger(Path folder) {
    this.folder = folder;
  }

  /** Writes it below {@code folder}, with an old copy from half way. */
  static RealLedger write(Path folder) throws Exception {
    RealLedger ledger = new RealLedger(folder);
    DataFolder data = DataFolder.open(folder);
    try (data) {
      ledger.fill(data, PATIENTS / 2);
      Files.copy(ledger.file(), folder.resolve("old.db"), StandardCopyOption.REPLACE_EXISTING);
      ledger.fill(data, PATIENTS);
    }
    return ledger;
  }

  private void fill(DataFolder data, int upTo) throws Exception {
    ExecutorService signer = Executors.newSingleThreadExecutor();
    try (SqliteJournal journal = SqliteJournal.open(file(), new SecureSalts())) {
      if (journal.head() == 0) {
        Appends.append(journal, Facts.opened());
      }
      Witness witness =
          new Witness(
              journal,
              () -> Facts.MORNING.plusSeconds(journal.head()),
              signer,
              CheckpointKey.of(data.checkpointKey()),
              new Witness.Settings("clinic-a", EVERY, List.of(data.checkpoints())));
      witness.begin();
      settle(journal, signer);
      for (Fact fact : Facts.ofEveryKind().values()) {
        if (!(fact instanceof WitnessFact) && !(fact instanceof Fact.JournalOpened)) {
          Outcome<String> outcome = Appends.submit(journal, fact).join();
          if (outcome instanceof Outcome.Failed<String>) {
            throw new AssertionError(outcome.toString());
          }
        }
      }
      for (int i = journal.look(reads -> reads.patients().size()); i < upTo; i++) {
        Appends.append(journal, Facts.patient("P-" + i));
        settle(journal, signer);
      }
      // The day's close: the file ends with a checkpoint's own entry.
      witness.now();
      settle(journal, signer);
    } finally {
      signer.shutdown();
    }
    // Else SQLite would need its log for every copy.
    try (Db db = Connections.writer(file())) {
      db.exec("PRAGMA journal_mode=DELETE");
    }
  }

  /** Until nothing is being signed: the signer and the ledger hand on to each other twice. */
  private static void settle(SqliteJournal journal, ExecutorService signer) throws Exception {
    for (int i = 0; i < 3; i++) {
      CountDownLatch signed = new CountDownLatch(1);
      signer.execute(signed::countDown);
      signed.await();
      journal.maintain(ledger -> {}).join();
    }
  }

  Path file() {
    return folder.resolve("ledger.db");
  }

  Path oldCopy() {
    return folder.resolve("old.db");
  }

  Path checkpoints() {
    return folder.resolve("checkpoints.txt");
  }

  /** The checkpoints without the key, as from paper. */
  Path paper() throws IOException {
    List<String> lines =
        Files.readAllLines(checkpoints()).stream().filter(l -> l.startsWith("MC1 ")).toList();
    return Files.write(folder.resolve("paper.txt"), lines);
  }

  List<Entry> entries() throws SQLException {
    try (Db db = Connections.frozen(file())) {
      return JournalTable.from(db, 1, Integer.MAX_VALUE);
    }
  }

  /** Work on a copy by somebody who first takes the triggers away and puts them back after. */
  @FunctionalInterface
  interface Work {
    void on(Db db) throws SQLException, StoreException;
  }

  /** A copy that was worked on. */
  Path tampered(Work work) throws Exception {
    Path copy = folder.resolve("tampered-" + (copies++ % 2) + ".db");
    Files.copy(file(), copy, StandardCopyOption.REPLACE_EXISTING);
    try (Db db = new Db(DriverManager.getConnection("jdbc:sqlite:" + copy))) {
      db.exec("PRAGMA synchronous=OFF");
      db.exec("PRAGMA ignore_check_constraints=ON");
      List<String> triggers = new ArrayList<>();
      for (String name : TRIGGERS) {
        triggers.add(
            db.first("SELECT sql FROM sqlite_schema WHERE name = ?", r -> r.getString(1), name)
                .orElseThrow());
        db.exec("DROP TRIGGER " + name);
      }
      work.on(db);
      for (String trigger : triggers) {
        db.exec(trigger);
      }
    }
    return copy;
  }

  /** A copy on which these statements were run. */
  Path tampered(String... statements) throws Exception {
    return tampered(
        db -> {
          for (String sql : statements) {
            db.exec(sql);
          }
        });
  }

  /** A copy whose whole chain was made anew from changed entries, and its views where they fit. */
  Path rewritten(Function<Entry, List<Draft>> change) throws Exception {
    return rewritten(change, entry -> {});
  }

  /** The same by a forger who makes checkpoints fit. */
  Path rewritten(Forger forger) throws Exception {
    return rewritten(entry -> List.of(forger.instead(entry)), forger::chained);
  }

  private Path rewritten(Function<Entry, List<Draft>> change, Consumer<Entry> chained)
      throws Exception {
    List<Entry> made = new ArrayList<>();
    Chain chain = Chain.GENESIS;
    SecureSalts salts = new SecureSalts();
    for (Entry entry : entries()) {
      for (Draft draft : change.apply(entry)) {
        Entry next = chain.next(draft, salts.next());
        made.add(next);
        chained.accept(next);
        chain = Chain.after(next);
      }
    }
    return tampered(
        db -> {
          db.exec("DELETE FROM journal");
          db.exec("BEGIN");
          for (Entry entry : made) {
            JournalTable.insert(db, entry);
          }
          db.exec("COMMIT");
          Decoding decoding = new Decoding();
          if (made.stream().allMatch(e -> decoding.next(e) instanceof Decoded.Known)) {
            Rebuild.views(db);
          }
        });
  }

  /** The entry as it is. */
  static Draft same(Entry entry) {
    return new Draft(
        entry.at(),
        entry.actor(),
        entry.kind(),
        entry.kindVersion(),
        entry.publicBody(),
        entry.privateBody());
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Kept;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.SaltSource;
import clinic.mmt.dispenser.app.journal.Transaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in {@code ledger.db}. One thread owns the one writing connection: it takes all that
 * waits, runs it in one transaction and answers after the one sync.
 *
 * <p>Every reply comes on the ledger thread, with one exception: a transaction that is not taken in
 * at all (journal closed, or {@link #QUEUE_MAX} waiting) is answered on the caller's thread.
 */
public final class SqliteJournal implements Journal {

  /** Most transactions that wait; one more is answered with {@link Outcome.Failed} at once. */
  public static final int QUEUE_MAX = 4096;

  /** Most transactions of one commit. */
  public static final int BATCH_MAX = 256;

  /** After so many commits their pages are copied into the file as soon as nobody waits. */
  static final int CHECKPOINT_AFTER = 32;

  /** Nobody waits when nothing came for so long; a checkpoint of so few commits takes as long. */
  private static final long QUIET_MILLIS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);

  private final BlockingQueue<LedgerJob> queue = new LinkedBlockingQueue<>();
  private final Object gate = new Object();
  private final ReadPool readers;
  private final LedgerKeeper keeper;
  private final EmergencyFile emergency;
  private final Thread thread;
  private volatile Consumer<Long> listener = head -> {};
  private volatile long head;

  /** What the ledger thread has taken and not finished. */
  private List<LedgerJob> inHand = List.of();

  private boolean closed;

  private SqliteJournal(Path file, LedgerKeeper keeper) {
    this.readers = new ReadPool(file);
    this.keeper = keeper;
    this.emergency = EmergencyFile.open(file.resolveSibling("emergency.dat"));
    this.head = keeper.head();
    this.thread = new Thread(this::serve, "ledger");
  }

  /**
   * Opens the ledger, creates it when it is not there, and starts its thread.
   *
   * @throws StoreException with what to do, when the file must not or cannot be used
   */
  public static SqliteJournal open(Path file, SaltSource salts) throws StoreException {
    return open(file, salts, Faults.NONE);
  }

  static SqliteJournal open(Path file, SaltSource salts, Faults faults) throws StoreException {
    SqliteJournal journal = new SqliteJournal(file, LedgerKeeper.open(file, salts, faults));
    journal.thread.start();
    return journal;
  }

  @Override
  public <R> void transact(Transaction<R> transaction, Consumer<Outcome<R>> reply) {
    LedgerJob.Write<R> write = new LedgerJob.Write<>(transaction, reply);
    submit(write);
  }

  @Override
  public List<Entry> entries(long from, int limit) {
    return readers.read(db -> JournalTable.from(db, from, limit));
  }

  @Override
  public <T> T look(Function<Reads, T> look) {
    return readers.read(db -> look.apply(new SqliteReads(db)));
  }

  @Override
  public long head() {
    return head;
  }

  @Override
  public void onAppended(Consumer<Long> told) {
    listener = listener.andThen(told);
  }

  @Override
  public void keep(Kept kept, Consumer<Boolean> done) {
    emergency.keep(kept, done);
  }

  @Override
  public List<Kept> kept() {
    return emergency.found();
  }

  @Override
  public void forget(String id) {
    emergency.forget(id);
  }

  /** Drops the views and makes them anew from the entries; complete when durable. */
  public CompletableFuture<Void> rebuild() {
    return maintain(Ledger::rebuild);
  }

  /** From now on {@code tape} takes what the ledger writes; for measuring only. */
  public CompletableFuture<Void> record(SqlTape tape) {
    return maintain(ledger -> ledger.db().record(tape));
  }

  CompletableFuture<Void> maintain(LedgerJob.Action action) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    submit(new LedgerJob.Maintenance(action, done));
    return done;
  }

  @Override
  public void close() {
    synchronized (gate) {
      if (!closed) {
        closed = true;
        queue.add(new LedgerJob.Close());
      }
    }
    if (!thread.equals(Thread.currentThread())) {
      joinUninterruptibly();
    }
  }

  private void joinUninterruptibly() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void submit(LedgerJob job) {
    String refusal;
    synchronized (gate) {
      if (closed) {
        refusal = "the journal is closed";
      } else if (queue.size() >= QUEUE_MAX) {
        refusal = "the journal has " + QUEUE_MAX + " transactions waiting; try again";
      } else {
        queue.add(job);
        return;
      }
    }
    job.fail(refusal);
  }

  private void serve() {
    String end = "the ledger thread died";
    try {
      while (serveOnce()) {
        // Each round takes all that waits.
      }
      end = "the journal is closed";
    } finally {
      synchronized (gate) {
        closed = true;
      }
      keeper.close();
      readers.close();
      emergency.close();
      List<LedgerJob> left = new ArrayList<>(inHand);
      queue.drainTo(left);
      for (LedgerJob job : left) {
        job.fail(end);
      }
    }
  }

  /** Serves what waits; false after the last job. */
  private boolean serveOnce() {
    inHand = take();
    List<LedgerJob.Write<?>> batch = new ArrayList<>();
    boolean goOn = true;
    for (LedgerJob job : inHand) {
      switch (job) {
        case LedgerJob.Write<?> write -> batch.add(write);
        case LedgerJob.Maintenance maintenance -> {
          runBatch(batch);
          batch = new ArrayList<>();
          keeper.maintain(maintenance);
        }
        case LedgerJob.Close close -> goOn = false;
      }
    }
    runBatch(batch);
    inHand = List.of();
    return goOn;
  }

  private List<LedgerJob> take() {
    List<LedgerJob> jobs = new ArrayList<>();
    while (jobs.isEmpty()) {
      try {
        jobs.add(next());
      } catch (InterruptedException e) {
        LOG.warn("the ledger thread was interrupted; it ends by close() only");
      }
    }
    queue.drainTo(jobs, BATCH_MAX - 1);
    return jobs;
  }

  /**
   * The next job. A checkpoint takes several syncs; SQLite would run it within the commit that
   * fills the log, in front of somebody who waits.
   */
  private LedgerJob next() throws InterruptedException {
    if (keeper.commitsInLog() >= CHECKPOINT_AFTER) {
      LedgerJob soon = queue.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      if (soon != null) {
        return soon;
      }
      keeper.maintain(new LedgerJob.Maintenance(Ledger::checkpoint, new CompletableFuture<>()));
    }
    return queue.take();
  }

  private void runBatch(List<LedgerJob.Write<?>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    switch (keeper.commit(batch)) {
      case LedgerKeeper.Result.Durable durable -> {
        boolean grown = durable.head() > head;
        head = durable.head();
        batch.forEach(LedgerJob.Write::answer);
        if (grown) {
          tellListener(durable.head());
        }
      }
      case LedgerKeeper.Result.Lost lost -> batch.forEach(write -> write.fail(lost.why()));
    }
  }

  private void tellListener(long upTo) {
    try {
      listener.accept(upTo);
    } catch (RuntimeException e) {
      LOG.error("a listener threw; the journal goes on", e);
    }
  }
}

package clinic.mmt.dispenser.app.journal.memory;

import clinic.mmt.dispenser.app.journal.Chain;
import clinic.mmt.dispenser.app.journal.CommandRecord;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Kept;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.SaltSource;
import clinic.mmt.dispenser.app.journal.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A journal without a disk. It runs on the executor handed in, one task at a time: a task that
 * decides the waiting transactions, then a task that syncs them and answers. Between the two a
 * {@link #crash} loses the batch, as a power cut does.
 */
public final class MemoryJournal implements Journal {

  /** Most transactions of one batch. */
  public static final int BATCH_MAX = 256;

  private final MemoryDisk disk;
  private final Executor executor;
  private final SaltSource salts;
  private final Queue<PendingWrite<?>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger work = new AtomicInteger();
  private final MemoryViews views;
  private Chain chain;
  private List<PendingWrite<?>> batch = List.of();
  private volatile Consumer<Long> listener = head -> {};
  private volatile boolean closed;
  private volatile boolean crashed;

  /**
   * Opens what is on {@code disk}.
   *
   * @param executor runs tasks one after the other, on one thread or on the caller's
   * @throws IllegalStateException for a disk whose entries cannot be read
   */
  public MemoryJournal(MemoryDisk disk, Executor executor, SaltSource salts) {
    this(disk, executor, salts, rebuilt(disk));
  }

  /** Opens what is on {@code disk} with views that stand where the disk stands. */
  MemoryJournal(MemoryDisk disk, Executor executor, SaltSource salts, MemoryViews views) {
    this.disk = disk;
    this.executor = executor;
    this.salts = salts;
    this.views = views;
    this.chain = disk.chain();
  }

  /**
   * The next process on the same disk, after {@link #crash} or {@link #close}. Views are kept on a
   * disk too, in the journal's own transaction: they come back as of the last sync, not rebuilt.
   */
  public MemoryJournal reopened(Executor next, SaltSource nextSalts) {
    closed = true;
    crashed = true;
    queue.clear();
    views.undo().rollbackTo(0);
    return new MemoryJournal(disk, next, nextSalts, views);
  }

  @Override
  public <R> void transact(Transaction<R> transaction, Consumer<Outcome<R>> reply) {
    if (closed) {
      reply.accept(new Outcome.Failed<>("the journal is closed"));
      return;
    }
    queue.add(new PendingWrite<>(transaction, reply));
    wake();
  }

  @Override
  public List<Entry> entries(long from, int limit) {
    return disk.entries(from, limit);
  }

  @Override
  public <T> T look(Function<Reads, T> look) {
    return look.apply(disk.complete() ? rebuilt(disk) : settled());
  }

  /** Views whose changes are all on the disk are what its entries make of them. */
  private MemoryViews settled() {
    if (!idle()) {
      throw new IllegalStateException("entries were archived; look while nothing is written");
    }
    return views;
  }

  /** Whether nothing is being written, or waits to be. */
  public boolean idle() {
    return work.get() == 0;
  }

  @Override
  public long head() {
    return disk.chain().sequence();
  }

  @Override
  public void onAppended(Consumer<Long> told) {
    listener = listener.andThen(told);
  }

  @Override
  public void keep(Kept kept, Consumer<Boolean> done) {
    if (!crashed) {
      disk.keep(kept);
      done.accept(true);
    }
  }

  @Override
  public List<Kept> kept() {
    return disk.kept();
  }

  @Override
  public void forget(String id) {
    if (!crashed) {
      disk.forget(id);
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
  }

  /** Stops as in a power cut: what is not synced is lost and nobody gets an answer any more. */
  public void crash() {
    crashed = true;
    closed = true;
    queue.clear();
  }

  /**
   * Forgets the answers to commands so far. A day that has ended is the time for it: whoever could
   * repeat one of its commands went home, and years fit in memory then.
   *
   * @throws IllegalStateException for a journal that is still open
   */
  public void forgetCommands() {
    if (!closed) {
      throw new IllegalStateException("close the journal before its commands are forgotten");
    }
    views.forgetCommands();
  }

  /** Whether views built from the entries alone equal those kept while appending. */
  public boolean viewsEqualRebuild() {
    return rebuilt(disk).derived().equals(views.derived());
  }

  /** Whether {@code rebuilt}, which was given every entry so far, equals the views kept here. */
  public boolean viewsEqual(RebuiltViews rebuilt) {
    return rebuilt.derived().equals(views.derived());
  }

  private void wake() {
    if (work.getAndIncrement() == 0) {
      executor.execute(this::decideBatch);
    }
  }

  private void decideBatch() {
    if (crashed) {
      return;
    }
    List<PendingWrite<?>> taken = new ArrayList<>();
    PendingWrite<?> next = queue.poll();
    while (next != null) {
      taken.add(next);
      next = taken.size() < BATCH_MAX ? queue.poll() : null;
    }
    Chain head = chain;
    for (PendingWrite<?> write : taken) {
      head = write.run(views, head, salts);
    }
    chain = head;
    batch = taken;
    executor.execute(this::syncBatch);
  }

  private void syncBatch() {
    if (crashed) {
      return;
    }
    List<Entry> entries = new ArrayList<>();
    List<CommandRecord> commands = new ArrayList<>();
    for (PendingWrite<?> write : batch) {
      entries.addAll(write.entries());
      write.command().ifPresent(commands::add);
    }
    Optional<String> failure = disk.sync(entries, commands);
    List<PendingWrite<?>> done = batch;
    batch = List.of();
    if (failure.isPresent()) {
      views.undo().rollbackTo(0);
      chain = disk.chain();
      done.forEach(write -> write.fail(failure.get()));
    } else {
      views.undo().release();
      done.forEach(PendingWrite::answer);
      if (!entries.isEmpty()) {
        listener.accept(entries.getLast().sequence());
      }
    }
    again();
  }

  /** Gives the turn back; transactions that came meanwhile get the next one. */
  private void again() {
    work.set(0);
    if (!queue.isEmpty()) {
      wake();
    }
  }

  private static MemoryViews rebuilt(MemoryDisk disk) {
    if (!disk.complete()) {
      throw new IllegalStateException("entries of this disk were archived; reopen, don't rebuild");
    }
    MemoryViews views = new MemoryViews();
    RebuiltViews.apply(disk.entries(1, Integer.MAX_VALUE), views);
    disk.commands().forEach(views::remember);
    views.undo().release();
    return views;
  }
}

package clinic.mmt.dispenser.app.journal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The one truth: an append-only, gapless, hash-chained list of facts, with views updated in the
 * same transaction.
 */
public interface Journal extends AutoCloseable {

  /**
   * Runs {@code transaction.decide} on the ledger thread inside a write transaction and appends
   * what it accepts. The reply is called exactly once, on the ledger thread, and only after the
   * accepted entries are durable. A transaction that is not taken in at all, because the journal is
   * closed or too many wait, is answered with {@link Outcome.Failed} on the caller's thread.
   */
  <R> void transact(Transaction<R> transaction, Consumer<Outcome<R>> reply);

  /** Entries {@code from} and after, at most {@code limit} of them, as stored; read-only. */
  List<Entry> entries(long from, int limit);

  /**
   * Looks at the views on a read-only connection, on the caller's thread: for screens and reports,
   * which never decide. What it sees is durable and may be older than the ledger thread's.
   */
  <T> T look(Function<Reads, T> look);

  /** Sequence of the last durable entry, 0 when there is none. */
  long head();

  /** Adds who is told, on the ledger thread, that entries up to a sequence are durable. */
  void onAppended(Consumer<Long> listener);

  /**
   * Keeps something beside the ledger, durably, while the ledger cannot be written (H52). Answers
   * on a thread of the store: whether it is on the disk. A journal without such a place says no.
   */
  default void keep(Kept kept, Consumer<Boolean> done) {
    done.accept(false);
  }

  /** What is kept and not forgotten, in the order it was kept. */
  default List<Kept> kept() {
    return List.of();
  }

  /** It is in the journal by now, or is of no use any more. */
  default void forget(String id) {}

  /**
   * Ends after the queue is drained; later transactions are answered with {@link Outcome.Failed}.
   */
  @Override
  void close();
}

package clinic.mmt.dispenser.main.importing;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.journal.SaltSource;
import clinic.mmt.dispenser.store.SecureSalts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/** Says on stderr how far long work has come, about once a second. */
final class Progress implements SaltSource {

  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final PrintWriter err;
  private final SaltSource salts = new SecureSalts();
  private final AtomicLong entries = new AtomicLong();
  private final AtomicLong told = new AtomicLong(System.nanoTime());

  Progress(PrintWriter err) {
    this.err = err;
  }

  void say(String what) {
    err.println(what);
    err.flush();
  }

  private void sometimes(String what) {
    long now = System.nanoTime();
    long before = told.get();
    if (now - before > EVERY_NANOS && told.compareAndSet(before, now)) {
      say(what);
    }
  }

  /** Persons written so far, of {@code all}. */
  IntConsumer persons(int all) {
    return written -> sometimes("persons " + written + " of " + all);
  }

  /** Each entry takes one salt: the ledger is written while they are counted. */
  @Override
  public Bytes next() {
    sometimes("entries " + entries.incrementAndGet());
    return salts.next();
  }
}

package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A process that appends until it is killed and says each answered sequence on stdout. */
final class AppendLoop {

  private static final int WAITING_MAX = 8;

  private AppendLoop() {}

  public static void main(String[] arguments) throws Exception {
    Semaphore waiting = new Semaphore(WAITING_MAX);
    try (SqliteJournal journal = SqliteJournal.open(Path.of(arguments[0]), new SecureSalts())) {
      for (long i = journal.head(); ; i++) {
        waiting.acquire();
        var fact = Facts.patient("P-" + arguments[1] + "-" + i);
        journal.transact(
            new Transaction<>("S-01", Facts.MORNING, reads -> Decision.accept(List.of(fact), "ok")),
            outcome -> {
              if (outcome instanceof Outcome.Done<String> done) {
                System.out.println(done.head());
              }
              waiting.release();
            });
      }
    }
  }
}

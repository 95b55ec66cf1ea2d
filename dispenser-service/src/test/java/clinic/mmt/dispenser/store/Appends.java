package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Facts;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Appends of tests. */
final class Appends {

  private Appends() {}

  /** Appends and waits; anything but done fails the test. */
  static void append(Journal journal, Fact... facts) {
    Outcome<String> outcome = submit(journal, facts).join();
    if (!(outcome instanceof Outcome.Done<String>)) {
      throw new AssertionError(outcome.toString());
    }
  }

  /** Appends without waiting. */
  static CompletableFuture<Outcome<String>> submit(Journal journal, Fact... facts) {
    CompletableFuture<Outcome<String>> reply = new CompletableFuture<>();
    journal.transact(
        new Transaction<>("S-01", Facts.MORNING, reads -> Decision.accept(List.of(facts), "ok")),
        reply::complete);
    return reply;
  }
}

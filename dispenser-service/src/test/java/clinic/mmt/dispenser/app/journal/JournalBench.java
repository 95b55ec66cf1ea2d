package clinic.mmt.dispenser.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import clinic.mmt.dispenser.domain.dispense.State;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A journal to test, and short words for what tests do with it. */
abstract class JournalBench {

  @SuppressWarnings("NullAway.Init") // Set before each test.
  Journal journal;

  /** An empty journal. */
  protected abstract Journal open() throws Exception;

  /** The same journal opened again after a close. */
  protected abstract Journal reopen() throws Exception;

  /** Whether the views equal those rebuilt from the entries. */
  protected abstract boolean viewsEqualRebuild(Journal journal) throws Exception;

  /** Keeps transactions waiting until {@code submit} has handed in all of its own. */
  protected abstract void inOneBatch(Journal journal, Runnable submit) throws Exception;

  @BeforeEach
  void openJournal() throws Exception {
    journal = open();
  }

  @AfterEach
  void closeJournal() {
    journal.close();
  }

  final Optional<String> prescription(int day) {
    return read(reads -> reads.prescription(Facts.PATIENT, Facts.DAY.plusDays(day)))
        .map(prescription -> prescription.id().value());
  }

  static List<String> ids(List<State> states) {
    return states.stream().map(state -> state.dose().id().value()).toList();
  }

  static void assertChained(List<Entry> entries) {
    Chain chain = Chain.GENESIS;
    for (Entry entry : entries) {
      assertEquals(Optional.empty(), chain.fault(entry));
      chain = Chain.after(entry);
    }
  }

  final void append(Fact... facts) {
    assertInstanceOf(Outcome.Done.class, submitted(facts));
  }

  final Outcome<String> submitted(Fact... facts) {
    return submit(facts).join();
  }

  final Outcome<String> submitted(CommandRecord command, Fact fact) {
    CompletableFuture<Outcome<String>> reply = new CompletableFuture<>();
    journal.transact(
        transaction(reads -> new Decision.Accept<>(List.of(fact), "ok", Optional.of(command))),
        reply::complete);
    return reply.join();
  }

  final CompletableFuture<Outcome<String>> submit(Fact... facts) {
    CompletableFuture<Outcome<String>> reply = new CompletableFuture<>();
    journal.transact(transaction(reads -> Decision.accept(List.of(facts), "ok")), reply::complete);
    return reply;
  }

  final <T> T read(java.util.function.Function<Reads, T> reading) {
    CompletableFuture<Outcome<T>> reply = new CompletableFuture<>();
    journal.transact(
        transaction(reads -> Decision.accept(List.of(), reading.apply(reads))), reply::complete);
    if (reply.join() instanceof Outcome.Done<T> done) {
      return done.answer();
    }
    throw new AssertionError("not read: " + reply.join());
  }

  static <R> Transaction<R> transaction(Decide<R> decide) {
    return new Transaction<>("S-01", Facts.MORNING, decide);
  }
}

package clinic.mmt.dispenser.main.bench;

import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.ForwardingJournal;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.app.journal.codec.Decoding;
import clinic.mmt.dispenser.domain.fact.Fact;
import clinic.mmt.dispenser.main.simulate.Fitting;
import clinic.mmt.dispenser.main.simulate.Scenario;
import clinic.mmt.dispenser.main.simulate.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The events of a clinic of 200 patients over some days, from the simulated clinic: what a ledger
 * has to take in.
 *
 * @param events in order
 * @param doses poured
 * @param bytes of all entries of doses as they are kept: bodies, salt, both hashes and the header
 */
record Mornings(List<Event> events, long doses, long bytes) {

  /** Salt, two hashes, and the header's numbers. */
  private static final long FIXED_BYTES = 16 + 32 + 32 + 2 + 8 + 8 + 2;

  private static final int CLINIC = 1;

  /** One event. */
  record Event(Fact fact, String actor, Instant at) {}

  /** Lives through {@code days} days without faults. */
  static Mornings of(int days) {
    Set<Integer> all =
        IntStream.range(0, Scenario.PATIENTS).boxed().collect(Collectors.toUnmodifiableSet());
    List<Entry> entries = new ArrayList<>();
    Fitting listening =
        new Fitting() {
          @Override
          public Journal journal(Journal real) {
            return new Listening(real, entries);
          }
        };
    Verdict verdict = Verdict.of(new Scenario(1, CLINIC, 0, days - 1, all, Set.of()), listening);
    return new Mornings(
        events(entries),
        verdict.doses(),
        entries.stream().filter(e -> e.kind().startsWith("dose.")).mapToLong(Mornings::size).sum());
  }

  private static long size(Entry e) {
    return FIXED_BYTES
        + e.publicBody().length()
        + e.privateBody().length()
        + e.kind().length()
        + e.actor().length();
  }

  private static List<Event> events(List<Entry> entries) {
    List<Fact> facts = Decoding.all(entries);
    return IntStream.range(0, facts.size())
        .mapToObj(i -> new Event(facts.get(i), entries.get(i).actor(), entries.get(i).at()))
        .toList();
  }

  /** A journal whose entries are noted once they are durable. */
  private static final class Listening extends ForwardingJournal {

    private final List<Entry> noted;

    Listening(Journal real, List<Entry> noted) {
      super(real);
      this.noted = noted;
    }

    @Override
    public <R> void transact(Transaction<R> transaction, Consumer<Outcome<R>> reply) {
      super.transact(
          transaction,
          outcome -> {
            noted.addAll(entries(noted.size() + 1L, Integer.MAX_VALUE));
            reply.accept(outcome);
          });
    }
  }
}

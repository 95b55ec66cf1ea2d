package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Kept;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A journal port between the application and the real journal that gets something wrong. */
class Tampered implements Journal {

  private final Journal real;

  Tampered(Journal real) {
    this.real = real;
  }

  /** What a decision is shown. */
  Reads reads(Reads reads) {
    return reads;
  }

  /** What becomes of what was decided. */
  <R> Decision<R> decided(Reads reads, Decision<R> decision, Transaction<R> transaction) {
    return decision;
  }

  @Override
  public <R> void transact(Transaction<R> t, Consumer<Outcome<R>> reply) {
    real.transact(
        new Transaction<>(
            t.actor(), t.at(), reads -> decided(reads, t.decide().decide(reads(reads)), t)),
        reply);
  }

  @Override
  public List<Entry> entries(long from, int limit) {
    return real.entries(from, limit);
  }

  @Override
  public <T> T look(Function<Reads, T> look) {
    return real.look(look);
  }

  @Override
  public void keep(Kept kept, Consumer<Boolean> done) {
    real.keep(kept, done);
  }

  @Override
  public List<Kept> kept() {
    return real.kept();
  }

  @Override
  public void forget(String id) {
    real.forget(id);
  }

  @Override
  public long head() {
    return real.head();
  }

  @Override
  public void onAppended(Consumer<Long> listener) {
    real.onAppended(listener);
  }

  @Override
  public void close() {
    real.close();
  }

  /** A journal that writes other facts than were decided, and answers as if it had not. */
  static Tampered facts(Journal real, UnaryOperator<List<Fact>> change) {
    return new Tampered(real) {
      @Override
      <R> Decision<R> decided(Reads reads, Decision<R> decision, Transaction<R> t) {
        return decision instanceof Decision.Accept<R> yes
            ? new Decision.Accept<>(change.apply(yes.facts()), yes.answer(), yes.command())
            : decision;
      }
    };
  }

  /** A journal that changes movements of doses one by one. */
  static Tampered moves(Journal real, UnaryOperator<Fact.DoseMoved> change) {
    return facts(
        real,
        facts ->
            facts.stream()
                .map(f -> f instanceof Fact.DoseMoved moved ? change.apply(moved) : f)
                .toList());
  }

  /** A journal that loses what happened by this event, and says that it is durable. */
  static Tampered losing(Journal real, String event) {
    return facts(
        real,
        facts ->
            facts.stream()
                .filter(f -> !(f instanceof Fact.DoseMoved m && m.event().equals(event)))
                .toList());
  }
}

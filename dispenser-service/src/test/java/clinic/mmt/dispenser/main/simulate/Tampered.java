package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Decision;
import clinic.mmt.dispenser.app.journal.ForwardingJournal;
import clinic.mmt.dispenser.app.journal.Journal;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.journal.Reads;
import clinic.mmt.dispenser.app.journal.Transaction;
import clinic.mmt.dispenser.domain.fact.Fact;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A journal port between the application and the real journal that gets something wrong. */
class Tampered extends ForwardingJournal {

  Tampered(Journal real) {
    super(real);
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
    super.transact(
        new Transaction<>(
            t.actor(), t.at(), reads -> decided(reads, t.decide().decide(reads(reads)), t)),
        reply);
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

  /** A clinic whose journal writes other facts than were decided. */
  static Fitting allFacts(UnaryOperator<List<Fact>> change) {
    return new Fitting() {
      @Override
      public Journal journal(Journal real) {
        return facts(real, change);
      }
    };
  }

  /** The same, one by one. */
  static Fitting eachFact(UnaryOperator<Fact> change) {
    return allFacts(facts -> facts.stream().map(change).toList());
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
